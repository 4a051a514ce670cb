import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  daysAgo,
  type FileRow,
  join,
  joinAll,
  newPartner,
  post,
  preview,
} from '../../support/imports.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction, newPrice } from '../../support/things.ts';

let administrator: Resident;
let yesterday: string;
let today: string;
beforeAll(async () => {
  administrator = await addStaff('administrator');
  [today, yesterday] = [await daysAgo(0), await daysAgo(1)];
});

let action: string;
let partner: string;
let member: Resident;
let code: string;
beforeEach(async () => {
  action = await newAction({ coins: 3, dailyCap: 1, weeklyCap: 50, yearlyCap: 100 });
  partner = await newPartner(action);
  member = await addResident();
  code = await join(member, partner);
});

const row = (rest: Partial<FileRow> = {}): FileRow => ({
  member: code,
  date: yesterday,
  quantity: '1',
  ...rest,
});

const logsOf = (resident: { id: string }) => sql`
  select logged_on::text as day, status, coins::integer as coins from public.action_logs
  where resident_id = ${resident.id} order by logged_on`;

const noticesOf = (resident: { id: string }) =>
  sql`select kind, values from public.notices where resident_id = ${resident.id}`;

/** What a file of these rows would do, and that posting it does the same. */
async function verdictsOf(rows: FileRow[], who = administrator): Promise<Record<number, string>> {
  const foreseen = await preview(who, { partner, rows });
  const posted = await post(who, { partner, rows });
  expect(posted).toMatchObject(foreseen);
  return Object.fromEntries((posted.rejected ?? []).map(({ line, verdict }) => [line, verdict]));
}

describe('a row that counts', () => {
  test('pays the price of its action, makes a log of its day, and tells the resident once', async () => {
    const answer = await post(administrator, {
      partner,
      rows: [row(), row({ date: await daysAgo(2) })],
    });
    expect(answer).toMatchObject({ rows: 2, accepted: 2, coins: 6, rejected: [] });
    expect(await logsOf(member)).toEqual([
      { day: await daysAgo(2), status: 'approved', coins: 3 },
      { day: yesterday, status: 'approved', coins: 3 },
    ]);
    expect(await balanceOf(member)).toBe(6);
    expect(await noticesOf(member)).toEqual([
      {
        kind: 'partner_import',
        values: { title_zh: '测试单车', title_en: 'Test bikes', days: 2, coins: 6 },
      },
    ]);
  });

  test('counts once, however large its quantity', async () => {
    expect(await verdictsOf([row({ quantity: '999999999' })])).toEqual({});
    expect(await balanceOf(member)).toBe(3);
  });

  test('knows its member without regard to case, spaces and dashes', async () => {
    const spaced = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
    expect(await verdictsOf([row({ member: spaced })])).toEqual({});
    expect(await balanceOf(member)).toBe(3);
  });

  test('is paid by the price of its day, not by today’s', async () => {
    await newPrice(action, -1, { coins: 9 });
    expect(await verdictsOf([row({ date: await daysAgo(2) }), row()])).toEqual({});
    expect((await logsOf(member)).map(({ coins }) => coins)).toEqual([3, 9]);
    expect(await balanceOf(member)).toBe(12);
  });

  test('keeps the books and the envelope in balance', async () => {
    await verdictsOf([row()]);
    const facts = await sql`select fact, holds from ledger.verify() where not holds`;
    expect(facts).toEqual([]);
  });
});

describe('a row does not count', () => {
  const soon = async (days: number) => (await daysAgo(-days)) as string;

  test.each<[string, string, () => Promise<Partial<FileRow>> | Partial<FileRow>]>([
    ['unknown_member', 'without a code of ours', () => ({ member: '会员 007' })],
    ['unknown_member', 'without any code', () => ({ member: '' })],
    ['bad_date', 'on a day that is none', () => ({ date: '2026-02-30' })],
    ['bad_date', 'on a day in words', () => ({ date: 'yesterday' })],
    ['bad_date', 'on a day before all years', () => ({ date: '0000-01-01' })],
    ['bad_quantity', 'with no number', () => ({ quantity: '很多' })],
    ['bad_quantity', 'with less than nothing', () => ({ quantity: '-1' })],
    ['bad_quantity', 'with a number beyond all', () => ({ quantity: '1e300' })],
    ['bad_quantity', 'with nothing', () => ({ quantity: '' })],
    ['future', 'tomorrow', async () => ({ date: await soon(1) })],
    ['too_old', 'after 61 days', async () => ({ date: await daysAgo(61) })],
    ['below_minimum', 'below the least quantity', () => ({ quantity: '0.999999' })],
  ])('%s: %s', async (verdict, _, change) => {
    expect(await verdictsOf([row(await change())])).toEqual({ 1: verdict });
    expect(await logsOf(member)).toEqual([]);
    expect(await balanceOf(member)).toBe(0);
    expect(await noticesOf(member)).toEqual([]);
  });

  test('60 days ago is not too old', async () => {
    expect(await verdictsOf([row({ date: await daysAgo(60) })])).toEqual({});
  });

  test('unknown_member: with the code of another partner', async () => {
    const other = await join(member, await newPartner(action));
    expect(await verdictsOf([row({ member: other })])).toEqual({ 1: 'unknown_member' });
  });

  test('unknown_member: with the code of somebody who has left, who gets another when they come back', async () => {
    await asActor(member, (tx) => tx`select public.leave_partner(${partner})`, { keep: true });
    expect(await verdictsOf([row()])).toEqual({ 1: 'unknown_member' });
    const next = await join(member, partner);
    expect(next).not.toBe(code);
    expect(await verdictsOf([row(), row({ member: next })])).toEqual({ 1: 'unknown_member' });
    expect(await balanceOf(member)).toBe(3);
  });

  test('own_row: of the administrator who posts', async () => {
    const own = await join(administrator, partner);
    expect(await verdictsOf([row({ member: own })])).toEqual({ 1: 'own_row' });
    expect(await balanceOf(administrator)).toBe(0);
  });

  test('no_price: on a day before the action was on the list', async () => {
    const fresh = await newAction({ coins: 3 });
    await sql`alter table public.action_prices disable trigger prices_are_kept`;
    await sql`update public.action_prices set valid_from = ${today} where action_code = ${fresh}`;
    await sql`alter table public.action_prices enable trigger prices_are_kept`;
    partner = await newPartner(fresh);
    code = await join(member, partner);
    expect(await verdictsOf([row(), row({ date: today })])).toEqual({ 1: 'no_price' });
  });

  test('twice_in_file: the second time of a day that counts', async () => {
    const verdicts = await verdictsOf([row({ quantity: '0' }), row(), row({ quantity: '5' })]);
    expect(verdicts).toEqual({ 1: 'below_minimum', 3: 'twice_in_file' });
    expect(await balanceOf(member)).toBe(3);
  });

  test('imported_before: a day that counted in an earlier file, whatever else this one holds', async () => {
    await verdictsOf([row()]);
    expect(await verdictsOf([row({ quantity: '7' }), row({ date: today })])).toEqual({
      1: 'imported_before',
    });
    expect(await balanceOf(member)).toBe(6);
  });

  test('imported_before: also when the resident left and came back in between', async () => {
    await verdictsOf([row()]);
    await asActor(member, (tx) => tx`select public.leave_partner(${partner})`, { keep: true });
    code = await join(member, partner);
    expect(await verdictsOf([row()])).toEqual({ 1: 'imported_before' });
  });

  test('over_cap: what the resident logged by hand that day', async () => {
    await asActor(member, (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`, {
      keep: true,
    });
    expect(await verdictsOf([row({ date: today }), row()])).toEqual({ 1: 'over_cap' });
    expect(await balanceOf(member)).toBe(6);
  });

  test('over_cap: two partners hand in the same day', async () => {
    await verdictsOf([row()]);
    partner = await newPartner(action);
    code = await join(member, partner);
    expect(await verdictsOf([row({ quantity: '2' })])).toEqual({ 1: 'over_cap' });
  });

  test.each([
    ['the week', { weeklyCap: 1, yearlyCap: 100 }],
    ['the year', { weeklyCap: 1, yearlyCap: 1 }],
  ])('over_cap: more than counts in %s', async (_, caps) => {
    partner = await newPartner(await newAction({ dailyCap: 1, ...caps }));
    code = await join(member, partner);
    const [monday] =
      await sql`select (date_trunc('week', private.shanghai_day())::date - 7)::text as day,
      (date_trunc('week', private.shanghai_day())::date - 1)::text as sunday`;
    expect(await verdictsOf([row({ date: monday?.day }), row({ date: monday?.sunday })])).toEqual({
      2: 'over_cap',
    });
  });

  test('over_cap: within the cool-down, to both sides of a day that counted', async () => {
    partner = await newPartner(await newAction({ dailyCap: 2, weeklyCap: 50, coolDownHours: 48 }));
    code = await join(member, partner);
    const rows = await Promise.all([10, 9, 11, 8, 12].map(daysAgo));
    expect(await verdictsOf(rows.map((date) => row({ date })))).toEqual({
      2: 'over_cap',
      3: 'over_cap',
    });
  });

  test('coins_per_year: beyond what the resident may earn, what waits for a moderator included', async () => {
    await sql`update ledger.wallets set earned = (select coins_per_year - 7 from private.settings)
      where resident_id = ${member.id}`;
    try {
      const rows = await Promise.all([1, 2, 3].map(daysAgo));
      expect(await verdictsOf(rows.map((date) => row({ date })))).toEqual({ 3: 'coins_per_year' });
      expect(await balanceOf(member)).toBe(6);
    } finally {
      await sql`update ledger.wallets set earned = 6 where resident_id = ${member.id}`;
    }
  });

  test('envelope_empty: when the action has paid out, in the order of the file', async () => {
    partner = await newPartner(await newAction({ coins: 3, envelope: 7 }));
    const members = await addResidents(3);
    const codes = await joinAll(members, partner);
    expect(await verdictsOf(codes.map((one) => row({ member: one })))).toEqual({
      3: 'envelope_empty',
    });
    expect(await Promise.all(members.map(balanceOf))).toEqual([3, 3, 0]);
  });
});

describe('the rejected rows', () => {
  test('are kept as they stood in the file for 60 days, and forgotten by the due work', async () => {
    const id = randomUUID();
    await post(administrator, { partner, id, rows: [row(), row({ member: '？' })] });
    const list = () =>
      asActor(administrator, (tx) => tx`select * from public.list_import_rejects(${id})`);
    expect(await list()).toEqual([
      { line: 2, member: '？', day: yesterday, quantity: '1', verdict: 'unknown_member' },
    ]);
    await sql`update public.imports set posted_at = now() - interval '61 days' where id = ${id}`;
    await sql`update private.imported_days set day = day - 70 where import_id = ${id}`;
    await sql`select private.do_due_work()`;
    expect(await list()).toEqual([]);
    expect(await sql`select from private.imported_days where import_id = ${id}`).toEqual([]);
    const [kept] = await sql`select rows, accepted from public.imports where id = ${id}`;
    expect(kept).toEqual({ rows: 2, accepted: 1 });
  });
});

describe('a preview', () => {
  test('does nothing of what it says', async () => {
    const before = await sql`select last_value from ledger.transfers_id_seq`;
    expect(await preview(administrator, { partner, rows: [row()] })).toMatchObject({
      accepted: 1,
      coins: 3,
    });
    expect(await sql`select last_value from ledger.transfers_id_seq`).toEqual(before);
    expect(await logsOf(member)).toEqual([]);
    expect(await noticesOf(member)).toEqual([]);
    expect(await sql`select from public.imports where partner_id = ${partner}`).toEqual([]);
    expect(await sql`select from private.imported_days where partner_id = ${partner}`).toEqual([]);
  });
});

describe('a partner that is closed', () => {
  test('takes no new members and no files', async () => {
    await sql`update public.partners set is_open = false where id = ${partner}`;
    const closed = { status: 409, code: 'partner_closed' };
    expect(await refusalBy(post(administrator, { partner, rows: [row()] }))).toMatchObject(closed);
    expect(await refusalBy(join(await addResident(), partner))).toMatchObject(closed);
    expect(await balanceOf(member)).toBe(0);
  });

  test('so does one whose action is closed', async () => {
    await sql`update public.green_actions set is_open = false where code = ${action}`;
    const refused = await refusalBy(preview(administrator, { partner, rows: [row()] }));
    expect(refused.code).toBe('partner_closed');
  });

  test('still shows its members their code, so that they can leave', async () => {
    await sql`update public.partners set is_open = false where id = ${partner}`;
    const mine = await asActor(
      member,
      (tx) => tx`select partner_id, is_open, member_code
      from public.get_my_partners()`,
    );
    expect(mine).toEqual([{ partner_id: partner, is_open: false, member_code: code }]);
  });
});

describe('a member', () => {
  test('gets one code a partner, another with every partner, and the same when joining twice', async () => {
    expect(await join(member, partner)).toBe(code);
    expect(await join(member, await newPartner(action))).not.toBe(code);
  });

  test('sees no codes of others', async () => {
    const mine = await asActor(
      await addResident(),
      (tx) => tx`select * from public.get_my_partners()`,
    );
    expect(mine).toEqual([]);
  });

  test('is forgotten when the account goes', async () => {
    await post(administrator, { partner, rows: [row()] });
    await sql`delete from auth.users where id = ${member.id}`;
    expect(await sql`select from private.partner_members where resident_id = ${member.id}`).toEqual(
      [],
    );
    expect(await sql`select from private.imported_days where resident_id = ${member.id}`).toEqual(
      [],
    );
  });
});
