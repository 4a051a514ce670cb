import { MailDev } from 'maildev';

/** Catches every mail the API sends and shows it on a page, on 127.0.0.1. */
export async function startMailbox(options: { webPort: number; smtpPort: number }) {
  const mailbox = new MailDev({
    smtp: options.smtpPort,
    web: options.webPort,
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    silent: true,
  } as ConstructorParameters<typeof MailDev>[0]);
  await mailbox.start();
  return { stop: () => mailbox.stop() };
}
