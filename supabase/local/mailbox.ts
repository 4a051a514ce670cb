import { MailDev } from 'maildev';

/** Catches every mail the API sends, keeps it in a folder and shows it on a page, on 127.0.0.1. */
export async function startMailbox(options: { webPort: number; smtpPort: number; folder: string }) {
  const mailbox = new MailDev({
    smtp: options.smtpPort,
    web: options.webPort,
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    mailDirectory: options.folder,
    silent: true,
  } as ConstructorParameters<typeof MailDev>[0]);
  await mailbox.start();
}
