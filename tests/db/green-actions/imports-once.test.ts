import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  daysAgo,
  type FileRow,
  joinAll,
  newPartner,
  type Posting,
  post,
  postIn,
  preview,
} from '../../support/imports.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

let first: Resident;
let second: Resident;
beforeAll(async () => {
  [first, second] = [await addStaff('administrator'), await addStaff('administrator')];
});

let action: string;
let partner: string;
let members: Resident[];
let rows: FileRow[];
beforeEach(async () => {
  action = await newAction({ coins: 3, dailyCap: 1, weeklyCap: 50 });
  partner = await newPartner(action);
  members = await addResidents(3);
  const date = await daysAgo(1);
  rows = (await joinAll(members, partner)).map((member) => ({ member, date, quantity: '1' }));
});

const balances = () => Promise.all(members.map(balanceOf));
const importsOf = () => sql`select id from public.imports where partner_id = ${partner}`;

describe('the same file', () => {
  test('a second time posts nothing, and says when it was posted', async () => {
    const posted = await post(first, { partner, rows, file: 'one' });
    for (const again of [post, preview]) {
      const refused = await refusalBy(again(second, { partner, rows, file: 'one' }));
      expect(refused).toMatchObject({
        status: 409,
        code: 'file_posted',
        detail: { import_id: posted.id },
      });
    }
    expect(await balances()).toEqual([3, 3, 3]);
    expect(await importsOf()).toHaveLength(1);
  });

  test('saved anew, so that its bytes differ and its rows do not, is the same file', async () => {
    await post(first, { partner, rows, file: 'one' });
    const refused = await refusalBy(post(first, { partner, rows, file: 'the same with CRLF' }));
    expect(refused.code).toBe('file_posted');
  });

  test('with its rows in another order posts nothing', async () => {
    await post(first, { partner, rows });
    const answer = await post(first, { partner, rows: rows.toReversed() });
    expect(answer).toMatchObject({ accepted: 0, coins: 0 });
    expect(await balances()).toEqual([3, 3, 3]);
  });

  test('sent again with its id, because the answer was lost, gives the same answer', async () => {
    const posting = { partner, rows, file: 'one', id: randomUUID() };
    const answer = await post(first, posting);
    expect(await post(first, posting)).toEqual(answer);
    expect(await balances()).toEqual([3, 3, 3]);
    const audit =
      await sql`select act, detail from public.audit_entries where subject_id = ${posting.id}`;
    expect(audit).toMatchObject([{ act: 'post_import', detail: { accepted: 3, coins: 9 } }]);
  });

  test.each<[string, (posting: Posting) => Promise<Posting> | Posting]>([
    ['other rows', (posting) => ({ ...posting, rows: rows.slice(1) })],
    ['another file', (posting) => ({ ...posting, file: 'two' })],
    ['another partner', async (posting) => ({ ...posting, partner: await newPartner(action) })],
  ])('an id with %s is refused', async (_, change) => {
    const posting = { partner, rows, file: 'one', id: randomUUID() };
    await post(first, posting);
    expect(await refusalBy(post(first, await change(posting)))).toMatchObject({
      status: 409,
      code: 'key_reused',
    });
    expect(await balances()).toEqual([3, 3, 3]);
  });

  test('is posted once by two administrators in the same moment', async () => {
    const { won, codes } = await race(
      [first, second].map((caller) => ({
        caller,
        run: (tx) => postIn(tx, { partner, rows, file: 'one' }),
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ file_posted: 1 });
    expect(await balances()).toEqual([3, 3, 3]);
  });

  test('is posted once by sixteen with the same id, who all get the same answer', async () => {
    const id = randomUUID();
    const { won, codes } = await race(
      times(16, (turn) => ({
        caller: turn % 2 ? first : second,
        run: (tx) => postIn(tx, { partner, rows, file: 'one', id }),
      })),
    );
    expect(codes).toEqual({});
    expect(new Set(won.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await balances()).toEqual([3, 3, 3]);
  });

  test('the control: whoever looks first and writes afterwards posts it twice', async () => {
    await withScratchTable('file text', async (table) => {
      const { won } = await race(
        times(2, () => ({
          run: async (tx) => {
            const found = await tx.unsafe(`select from ${table} where file = 'one'`);
            await tx`select pg_sleep(0.05)`;
            if (found.length === 0) await tx.unsafe(`insert into ${table} values ('one')`);
            return found.length;
          },
        })),
      );
      expect(won).toEqual([0, 0]);
      expect(await sql.unsafe(`select from ${table}`)).toHaveLength(2);
    });
  });
});

describe('files that meet', () => {
  test('of two partners of one action, with the same residents in opposite order, pay each day once', async () => {
    const other = await newPartner(action);
    const date = await daysAgo(1);
    const codes = await joinAll(members, other);
    const theirs = codes.map((member) => ({ member, date, quantity: '1' })).toReversed();
    const { won, codes: refused } = await race([
      { caller: first, run: (tx) => postIn(tx, { partner, rows }) },
      { caller: second, run: (tx) => postIn(tx, { partner: other, rows: theirs }) },
    ]);
    expect(refused).toEqual({});
    expect(won.map(({ accepted }) => accepted).toSorted()).toEqual([0, 3]);
    expect(await balances()).toEqual([3, 3, 3]);
  });

  test('logs of the same residents by hand count within the same caps, and nobody waits in a circle', async () => {
    const today = await daysAgo(0);
    const { won, codes } = await race<unknown>([
      {
        caller: first,
        run: (tx) => postIn(tx, { partner, rows: rows.map((one) => ({ ...one, date: today })) }),
      },
      ...members.map((caller) => ({
        caller,
        run: (tx: Parameters<typeof postIn>[0]) =>
          tx`select public.log_green_action(${action}, ${randomUUID()})`,
      })),
    ]);
    expect(Object.keys(codes).filter((code) => code !== 'daily_cap')).toEqual([]);
    expect(won.length + (codes.daily_cap ?? 0)).toBe(4);
    expect(await balances()).toEqual([3, 3, 3]);
  });
});

describe('a file that cannot be posted leaves nothing behind', () => {
  const nothingCame = async () => {
    expect(await importsOf()).toEqual([]);
    expect(await balances()).toEqual([0, 0, 0]);
    const logs = await sql`select from public.action_logs where action_code = ${action}`;
    expect(logs).toEqual([]);
  };

  test.each<[string, string, () => unknown]>([
    ['rows_invalid', 'null', () => null],
    ['rows_invalid', 'an object', () => ({ member: 'x' })],
    ['rows_invalid', 'a text', () => 'member,date,quantity'],
    ['rows_invalid', 'no row', () => []],
    ['row_invalid', 'a row that is null', () => [rows[0], null]],
    ['row_invalid', 'a row that is a list', () => [rows[0], ['x', 'y', 'z']]],
    ['row_invalid', 'a member that is a number', () => [rows[0], { ...rows[1], member: 7 }]],
    ['row_invalid', 'a date that is null', () => [rows[0], { ...rows[1], date: null }]],
    ['row_invalid', 'no quantity', () => [rows[0], { ...rows[1], quantity: undefined }]],
    ['row_invalid', 'a huge member', () => [rows[0], { ...rows[1], member: '龘'.repeat(100_000) }]],
    ['row_invalid', 'a huge date', () => [rows[0], { ...rows[1], date: '9'.repeat(31) }]],
    ['rows_too_many', 'one row too many', () => times(5001, () => rows[0])],
  ])('%s: %s', async (code, _, make) => {
    const refused = await refusalBy(post(first, { partner, rows: make() }));
    expect(refused).toMatchObject({ status: 400, code });
    if (code === 'row_invalid') expect(refused.detail).toEqual({ line: 2 });
    await nothingCame();
  });

  test.each([
    ['without a name', { name: '' }],
    ['with a name of spaces', { name: '   ' }],
    ['with null for a name', { name: null }],
    ['with a huge name', { name: 'x'.repeat(201) }],
  ])('%s', async (_, change) => {
    const refused = await refusalBy(post(first, { partner, rows, ...change }));
    expect(refused).toMatchObject({ status: 400, code: 'rows_invalid' });
    await nothingCame();
  });

  test.each(['', 'x', 'G'.repeat(64), null])('with %j for a hash', async (hash) => {
    const refused = await refusalBy(
      asActor(
        first,
        (tx) => tx`select public.post_import(${randomUUID()}, ${partner}, 'x.csv', ${hash},
        ${JSON.stringify(rows)}::text::jsonb)`,
      ),
    );
    expect(refused).toMatchObject({ status: 400, code: 'rows_invalid' });
  });

  test('of no partner, or without an id', async () => {
    expect((await refusalBy(post(first, { partner: randomUUID(), rows }))).code).toBe(
      'partner_unknown',
    );
    expect((await refusalBy(post(first, { partner, rows, id: null }))).code).toBe('key_missing');
    await nothingCame();
  });

  test('when its posting fails in the middle', async () => {
    const last = members
      .map(({ id }) => id)
      .toSorted()
      .at(-1) as string;
    // The wallet of one of them is full: the books refuse, after the others have been judged and logged.
    await sql`update ledger.wallets set balance = 1000000000000 where resident_id = ${last}`;
    try {
      await refusalBy(post(first, { partner, rows }));
      expect(await importsOf()).toEqual([]);
      const paid = await sql`select from ledger.transfers where action_code = ${action}`;
      expect(paid).toEqual([]);
      expect(await sql`select from public.action_logs where action_code = ${action}`).toEqual([]);
    } finally {
      await sql`update ledger.wallets set balance = 0 where resident_id = ${last}`;
    }
  });

  test('by anybody but an administrator', async () => {
    for (const who of [
      await addResident(),
      await addStaff('editor'),
      await addStaff('moderator'),
    ]) {
      expect((await refusalBy(post(who, { partner, rows }))).code).toBe('not_found');
    }
    await nothingCame();
  });

  test('with words in every script it says of each row that it knows nobody of that name', async () => {
    const strange = ['😀', '‮abc', "'; drop table x;--", '=1+1', 'ＡＢＣ', '\u{10FFFF}'];
    const answer = await post(first, {
      partner,
      rows: strange.map((member) => ({ member, date: '二〇二六年', quantity: '½' })),
    });
    expect(answer).toMatchObject({ accepted: 0, coins: 0 });
    expect(answer.rejected?.map(({ verdict }) => verdict)).toEqual(
      strange.map(() => 'unknown_member'),
    );
  });
});

test('5,000 rows of 1,000 residents are posted at once, and the books hold', async () => {
  const many = await addResidents(1000);
  const codes = await joinAll(many, partner);
  const days = await Promise.all(times(5, (day) => daysAgo(day + 1)));
  const file = days.flatMap((date) => codes.map((member) => ({ member, date, quantity: '2' })));
  const start = performance.now();
  const answer = await post(first, { partner, rows: file });
  const seconds = (performance.now() - start) / 1000;
  expect(answer).toMatchObject({ rows: 5000, accepted: 5000, coins: 15_000, rejected: [] });
  expect(seconds).toBeLessThan(20);
  const [sum] = await sql`select sum(balance)::integer as coins, min(balance)::integer as least
    from ledger.wallets where resident_id = any (${many.map(({ id }) => id)})`;
  expect(sum).toEqual({ coins: 15_000, least: 15 });
  expect(await sql`select fact from ledger.verify() where not holds`).toEqual([]);
}, 60_000);
