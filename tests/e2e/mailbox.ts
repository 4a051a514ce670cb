import type { APIRequestContext } from '@playwright/test';

interface Mail {
  to: { address: string }[];
  subject: string;
  text?: string;
  html?: string;
}

/** The mails that arrived for an address, oldest first. */
export async function mailsTo(request: APIRequestContext, email: string): Promise<Mail[]> {
  const mailbox = `http://127.0.0.1:${process.env.TEST_MAIL_PORT ?? 25924}/api/email`;
  const mails = (await (await request.get(mailbox)).json()) as Mail[];
  return mails.filter(({ to }) => to.some(({ address }) => address === email));
}
