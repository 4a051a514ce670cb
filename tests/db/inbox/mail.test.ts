import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { runJobs } from '../../../src/features/inbox/jobs.ts';
import { sendMail } from '../../../src/features/inbox/send-mail.ts';
import { addResident, addResidents, signUp } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { race } from '../../support/race.ts';
import { answer } from '../../support/refusals.ts';
import { chooseMail, emptyOutbox, jobs, mailsFor, notify } from './support.ts';

const post = () => ({
  smtpUrl: inject('stack').smtpUrl,
  from: '两山义行 <no-reply@green-yiwu.example>',
  site: new URL('https://green-yiwu.example/'),
});

/** What the mailbox holds for somebody. */
async function lettersTo({ email }: { email: string }) {
  const mails = (await (await fetch(`${inject('stack').mailUrl}/api/email`)).json()) as {
    to: { address: string }[];
    subject: string;
    text: string;
    html: string;
    messageId: string;
  }[];
  return mails.filter(({ to }) => to.some(({ address }) => address === email));
}

const take = async (limit = 1) => answer(jobs().rpc('take_mail', { p_limit: limit }));
const finish = async (id: number, problem?: string) =>
  answer(jobs().rpc('finish_mail', { p_id: id, ...(problem ? { p_error: problem } : {}) }));
const leasesRunOut = () =>
  sql`update private.outbox set leased_until = now() - interval '1 second'
    where leased_until is not null`;
const timePasses = () => sql`update private.outbox set send_after = now() where sent_at is null`;

beforeEach(async () => {
  await emptyOutbox();
});

describe('a mail', () => {
  test('is taken with what it says, to whom and in which language', async () => {
    const resident = await chooseMail(await signUp({ locale: 'en' }));
    await notify(resident, { values: { number: 12 }, path: '/feedback/track/?number=12' });
    expect(await take()).toEqual([
      {
        id: expect.anything(),
        email: resident.email,
        locale: 'en',
        kind: 'feedback_answered',
        values: { number: 12 },
        path: '/feedback/track/?number=12',
      },
    ]);
  });

  test('is nobody else’s for two minutes, and then somebody’s again', async () => {
    const resident = await chooseMail(await addResident());
    await notify(resident);
    expect(await take()).toHaveLength(1);
    expect(await take()).toEqual([]);
    await leasesRunOut();
    expect(await take()).toHaveLength(1);
    expect(await mailsFor(resident)).toMatchObject([{ attempts: 2, sent: false, leased: true }]);
  });

  test('is taken by one, however many ask at the same time', async () => {
    for (const one of await addResidents(20)) await notify(await chooseMail(one));
    const { won } = await race(
      Array.from({ length: 32 }, () => ({
        run: (tx) => tx<{ id: number }[]>`select id::integer from private.take_mail(1)`,
      })),
    );
    const ids = won.flatMap((rows) => rows.map(({ id }) => id));
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test('that was sent is never taken again', async () => {
    const resident = await chooseMail(await addResident());
    await notify(resident);
    const [mail] = await take();
    await finish(mail?.id ?? 0);
    await leasesRunOut();
    await timePasses();
    expect(await take()).toEqual([]);
    await finish(mail?.id ?? 0, 'told twice');
    expect(await mailsFor(resident)).toMatchObject([{ sent: true, last_error: '' }]);
  });

  test('that failed waits longer each time and is given up after five times', async () => {
    const resident = await chooseMail(await addResident());
    await notify(resident);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const [mail] = await take();
      await finish(mail?.id ?? 0, `refused ${attempt}`);
      expect(await take()).toEqual([]);
      const [row] = await sql`select round(extract(epoch from send_after - now()) / 60)::integer
        as minutes from private.outbox where resident_id = ${resident.id}`;
      waits.push(row?.minutes);
      await timePasses();
    }
    expect(waits.slice(0, 4)).toEqual([1, 4, 9, 16]);
    expect(await take()).toEqual([]);
    expect(await mailsFor(resident)).toMatchObject([
      { attempts: 5, sent: false, failed: true, last_error: 'refused 5' },
    ]);
  });

  test('from whose sending nobody came back five times is given up', async () => {
    const resident = await chooseMail(await addResident());
    await notify(resident);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await take()).toHaveLength(1);
      await leasesRunOut();
    }
    expect(await take()).toEqual([]);
    expect(await mailsFor(resident)).toMatchObject([{ attempts: 5, sent: false, failed: true }]);
  });
});

describe('the jobs', () => {
  test('send a letter in the reader’s language that leads to the page', async () => {
    const [reader, leser] = [await signUp(), await signUp({ locale: 'en' })];
    const values = {
      title_zh: '看<河>长',
      title_en: 'Meet the <river> chief',
      starts_at: '2026-12-01T01:30:00+00:00',
      place_zh: '分水塘',
      place_en: 'Fenshuitang',
    };
    for (const one of [reader, leser]) {
      await notify(await chooseMail(one), { kind: 'session_soon', values, path: '/my-events/' });
    }
    expect(await sendMail(jobs(), post())).toEqual({ sent: 2, failed: 0 });

    const [chinese] = await lettersTo(reader);
    expect(chinese?.subject).toContain('两山义行：快到了：「看<河>长」');
    expect(chinese?.text).toContain('2026年12月1日 09:30');
    expect(chinese?.text).toContain('https://green-yiwu.example/my-events/');
    expect(chinese?.html).toContain('看&lt;河&gt;长');
    const [english] = await lettersTo(leser);
    expect(english?.subject).toContain('Green Yiwu: Coming up: “Meet the <river> chief”');
    expect(english?.text).toContain('https://green-yiwu.example/en/my-events/');
    expect(english?.text).toContain('Fenshuitang');
  });

  test('send each mail once, however often and by however many they are called', async () => {
    const resident = await chooseMail(await signUp());
    await notify(resident);
    const counts = await Promise.all([
      sendMail(jobs(), post()),
      sendMail(jobs(), post()),
      runJobs(jobs(), post()).then(({ mail }) => mail),
    ]);
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    await leasesRunOut();
    expect((await runJobs(jobs(), post())).mail).toEqual({ sent: 0, failed: 0 });
    expect(await lettersTo(resident)).toHaveLength(1);
  });

  test('do the work that is due also where no mail goes out, and leave the mails be', async () => {
    const resident = await chooseMail(await signUp());
    await notify(resident);
    const { work, mail } = await runJobs(jobs(), undefined);
    expect(Object.keys(work)).toContain('forget_staff_sessions');
    expect(mail).toEqual({ sent: 0, failed: 0 });
    expect(await mailsFor(resident)).toMatchObject([{ attempts: 0, sent: false }]);
  });

  describe('when the mail server turns a letter down', () => {
    let server: Server;
    const open = new Set<Socket>();
    const port = () => (server.address() as { port: number }).port;
    beforeEach(async () => {
      server = createServer((socket) => {
        open.add(socket);
        socket.on('error', () => {});
        socket.end('554 No mail today\r\n');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });

    test('write down why and try it again later', async () => {
      const resident = await chooseMail(await signUp());
      await notify(resident);
      const turnedDown = { ...post(), smtpUrl: `smtp://127.0.0.1:${port()}` };
      expect(await sendMail(jobs(), turnedDown)).toEqual({ sent: 0, failed: 1 });
      const [mail] = await mailsFor(resident);
      expect(mail).toMatchObject({ attempts: 1, sent: false, failed: false, leased: null });
      expect(mail?.last_error).toContain('554');

      await timePasses();
      expect(await sendMail(jobs(), post())).toEqual({ sent: 1, failed: 0 });
      expect(await lettersTo(resident)).toHaveLength(1);
    });
  });
});
