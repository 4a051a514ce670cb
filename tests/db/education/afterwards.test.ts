import { beforeEach, describe, expect, test } from 'vitest';
import { isWellFormed } from '../../../src/features/rewards/voucher-code.ts';
import { addResident, addStaff, type Resident, visitor } from '../../support/actors.ts';
import { anonymous, asActor, sql } from '../../support/database.ts';
import { call, newBase, newSession, register, scan, send, undo } from '../../support/education.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusalBy } from '../../support/refusals.ts';

let host: Resident;
let resident: Resident;
let baseId: string;
let session: string;
let registration: string;

beforeEach(async () => {
  baseId = await newBase();
  host = await addStaff('host', { baseId });
  session = await newSession({ baseId, starts: '10 minutes' });
  resident = await addResident();
  ({ id: registration } = await register(resident, session, { children: 2 }));
});

const arrive = async () => {
  const arrival = scan({ registration_id: registration });
  await send(host, session, [arrival]);
  return arrival.nonce as string;
};
const issue = (name: string | null, caller = resident) =>
  call<{ id: string; code: string; name: string }>(
    caller,
    (tx) => tx`select * from public.issue_certificate(${registration}, ${name})`,
  );
const say = (worth: unknown, learnt: unknown, words: string | null = '', caller = resident) =>
  call(
    caller,
    (tx) => tx`
    select * from public.answer_event(${registration}, ${worth as number}, ${learnt as number}, ${words})`,
  );
const report = async (caller = host) => {
  const [row] = await asActor(
    caller,
    (tx) => tx`select * from public.get_session_report(${session})`,
  );
  return row;
};

describe('a certificate', () => {
  test('is issued once to one name, with a code everyone can verify', async () => {
    await arrive();
    const certificate = await issue('王小满');
    expect(isWellFormed(certificate.code)).toBe(true);
    expect(await issue('王小满')).toEqual(certificate);
    expect(await refusalBy(issue('李小满'))).toMatchObject({
      status: 409,
      code: 'certificate_issued',
    });

    const typed = certificate.code.toLowerCase().replace(/(.{4})/g, '$1-');
    const seen = await answer(visitor().rpc('verify_certificate', { p_code: typed }));
    expect(seen).toMatchObject([
      { title_zh: '测试活动', base_name_en: 'Test base', hours: 2, name_hint: '王*' },
    ]);
    expect(JSON.stringify(seen)).not.toContain('小满');
  });

  test('with any one character wrong verifies nothing', async () => {
    await arrive();
    const { code } = await issue('王小满');
    const wrong = times(
      12,
      (place) => code.slice(0, place) + (code[place] === '7' ? '8' : '7') + code.slice(place + 1),
    );
    for (const one of [...wrong.filter((other) => other !== code), '', null]) {
      const rows = await asActor(
        anonymous,
        (tx) => tx`select * from public.verify_certificate(${one})`,
      );
      expect(rows).toEqual([]);
    }
  });

  test('is for whoever was checked in, and only for their own registration', async () => {
    expect(await refusalBy(issue('王小满'))).toMatchObject({ status: 409, code: 'not_attended' });
    const nonce = await arrive();
    expect(await refusalBy(issue('王小满', await addResident()))).toMatchObject({
      status: 404,
      code: 'registration_unknown',
    });
    const { code } = await issue('王小满');
    await send(host, session, [undo(nonce)]);
    const rows = await asActor(
      anonymous,
      (tx) => tx`select * from public.verify_certificate(${code})`,
    );
    expect(rows).toEqual([]);
  });

  test.each([
    ['no name', null, 'name_missing'],
    ['an empty name', '  ', 'name_missing'],
    ['a name too long', '名'.repeat(41), 'name_too_long'],
  ])('with %s is refused', async (_, name, code) => {
    await arrive();
    expect(await refusalBy(issue(name))).toMatchObject({ status: 400, code });
  });

  test('asked for 16 times at once is one', async () => {
    await arrive();
    const { won, refused } = await race(
      times(16, () => ({
        caller: resident,
        run: (tx) =>
          tx<{ code: string }[]>`select code from public.issue_certificate(${registration}, '王')`,
      })),
    );
    expect(refused).toEqual([]);
    expect(new Set(won.flat().map(({ code }) => code)).size).toBe(1);
  });
});

describe('the three questions', () => {
  test('are answered once; the same again is the same as once', async () => {
    await arrive();
    const first = await say(5, 4, ' 很好 ');
    expect(await say(5, 4, '很好')).toEqual(first);
    expect(await refusalBy(say(1, 4, '很好'))).toMatchObject({
      status: 409,
      code: 'already_answered',
    });
  });

  test.each<[string, unknown, unknown, string | null, string]>([
    ['nothing', null, 4, '', 'answer_invalid'],
    ['too little', 0, 4, '', 'answer_invalid'],
    ['too much', 5, 6, '', 'answer_invalid'],
    ['a huge number', 5, 2_000_000_000, '', 'answer_invalid'],
    ['501 characters', 5, 5, '字'.repeat(501), 'note_too_long'],
  ])('refuse %s', async (_, worth, learnt, words, code) => {
    await arrive();
    expect(await refusalBy(say(worth, learnt, words))).toMatchObject({ status: 400, code });
  });

  test('are for those who came', async () => {
    expect(await refusalBy(say(5, 5))).toMatchObject({ code: 'not_attended' });
  });
});

describe('the report of a session', () => {
  test('gives the host figures and words, and no names', async () => {
    await register(await addResident(), session, { adults: 1 });
    await arrive();
    await send(host, session, [scan({ how: 'walk_in', people: 2 })]);
    await say(5, 2, '值得');
    expect(await report()).toEqual({
      ...{ registered: 5, attended: 5, no_shows: 0, answers: 1 },
      ...{ worth: 5, learnt: 2, words: ['值得'] },
    });
    await sql`update public.event_sessions set starts_at = now() - interval '3 hours',
      ends_at = now() - interval '1 hour', closes_at = now() - interval '1 hour' where id = ${session}`;
    expect(await report()).toMatchObject({ no_shows: 2 });
  });

  test('is refused to editors, to hosts of other bases and to everyone else', async () => {
    const others = [
      await addStaff('editor'),
      await addStaff('host', { baseId: await newBase() }),
      await addStaff('host', { town: 'yiting' }),
      await addStaff('administrator'),
      resident,
    ];
    for (const other of others) {
      expect(await refusalBy(report(other))).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});

describe('the totals of a year', () => {
  const totals = async (year: number | null, of = baseId) => {
    const rows = await asActor(
      anonymous,
      (tx) => tx`select sessions::integer, seats::integer, registered::integer, attended::integer,
        coins::integer, theme from public.get_education_totals(${year}) where base_id = ${of}`,
    );
    return [...rows];
  };

  test('count sessions held, their seats, people and coins, for everyone', async () => {
    await arrive();
    await send(host, session, [scan({ how: 'walk_in', people: 2 })]);
    const year = (await sql`select extract(year from private.shanghai_day())::integer as year`)[0]
      ?.year;
    expect(await totals(year)).toEqual([]);
    await sql`update public.event_sessions set starts_at = now() - interval '1 minute' where id = ${session}`;
    expect(await totals(year)).toEqual([
      { sessions: 1, seats: 20, registered: 3, attended: 5, coins: 5, theme: 'none' },
    ]);
    expect(await totals(year - 1)).toEqual([]);
  });

  test('keep how many came when a resident leaves', async () => {
    await arrive();
    await sql`update public.event_sessions set starts_at = now() - interval '1 minute' where id = ${session}`;
    await sql`delete from auth.users where id = ${resident.id}`;
    const year = (await sql`select extract(year from private.shanghai_day())::integer as year`)[0]
      ?.year;
    expect(await totals(year)).toMatchObject([{ attended: 3 }]);
  });

  test.each([[null], [-1], [2_000_000_000], [1999]])('of the year %s are none', async (year) => {
    expect(await totals(year)).toEqual([]);
  });
});
