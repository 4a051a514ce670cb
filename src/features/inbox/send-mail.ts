import { createTransport } from 'nodemailer';
import { locales } from '../../i18n/locale';
import type { Client } from '../../lib/supabase/client';
import { finishMail, takeMail } from './api';
import { letterOf } from './letter';

/** Where letters go out, and from whom. */
export interface Post {
  /** smtp://user:password@host:port */
  smtpUrl: string;
  /** Name and address of the sender. */
  from: string;
  /** Address of the site, for the links. */
  site: URL;
}

/** How many letters one call sends at most. */
const atMost = 50;

// Sent by this process, but the database could not be told: it will come again and must not go out.
const sent = new Set<number>();

/**
 * Sends the mails that are due, one at a time, through one connection. A mail that could not be sent
 * is tried again later by the database's clock; one that was sent keeps its Message-ID, so that even
 * after a crash in between the receiver knows it for the same.
 */
export async function sendMail(
  client: Client,
  post: Post,
): Promise<{ sent: number; failed: number }> {
  // Each wait is shorter than the two minutes for which a mail is ours.
  const transport = createTransport({
    url: post.smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  const count = { sent: 0, failed: 0 };
  try {
    for (let turn = 0; turn < atMost; turn += 1) {
      const mail = await takeMail(client);
      if (!mail) break;
      let problem: string | undefined;
      if (!sent.has(mail.id)) {
        try {
          const locale = locales.find((one) => one === mail.locale) ?? locales[0];
          await transport.sendMail({
            from: post.from,
            to: mail.email,
            messageId: `<notice-${mail.id}@${post.site.hostname}>`,
            ...letterOf(mail, locale, post.site),
          });
          sent.add(mail.id);
        } catch (error) {
          problem = error instanceof Error ? error.message : String(error);
        }
      }
      await finishMail(client, mail.id, problem);
      sent.delete(mail.id);
      count[problem === undefined ? 'sent' : 'failed'] += 1;
    }
  } finally {
    transport.close();
  }
  return count;
}
