import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import { race } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

let administrator: Resident;
let action: string;
let year: number;
let next: number;
beforeEach(async () => {
  administrator = await addStaff('administrator');
  action = await newAction({ envelope: 1000 });
  const [row] = await sql<{ year: number }[]>`select ledger.year_of()::integer as year`;
  year = row?.year ?? 0;
  next = year + 1;
});

interface Wish {
  year?: number | null;
  action?: string | null;
  total?: number | null;
  before?: number | null;
}
const setting = (wish: Wish) => async (tx: Transaction) => {
  const { total = 2000, before = 1000 } = wish;
  const code = wish.action === undefined ? action : wish.action;
  await tx`select public.set_envelope(${wish.year === undefined ? year : wish.year}, ${code}, ${total}, ${before})`;
};
const set = (wish: Wish) => asActor(administrator, setting(wish), { keep: true });
const settingCity = (total: number, before: number, of: number) => async (tx: Transaction) => {
  await tx`select public.set_city_envelope(${of}, ${total}, ${before})`;
};

async function envelope(of = year, code = action) {
  const [row] = await sql<{ total: number; left: number; least: number; most: number }[]>`
    select e.total::integer, sum(s.remaining)::integer as left, min(s.remaining)::integer as least,
      max(s.remaining)::integer as most
    from ledger.envelopes e join ledger.envelope_shards s using (year, action_code)
    where year = ${of} and action_code = ${code} group by e.total`;
  return row;
}
/** Beyond an integer where another test has given the city a large reserve. */
const cityTotal = async (of: number) => {
  const [row] = await sql<{ total: number; allocated: number }[]>`
    select total::float8, (select coalesce(sum(total), 0)::float8 from ledger.envelopes where year = ${of}) as allocated
    from ledger.city_envelopes where year = ${of}`;
  return row ?? { total: 0, allocated: 0 };
};
/** Makes room in the city's envelope of this year. */
const widen = (coins: number) =>
  sql`update ledger.city_envelopes set total = total + ${coins} where year = ${year}`;
const pay = (amount: number) => async (tx: Transaction) => {
  await tx`select ledger.award(${administrator.id}, ${action}, ${amount}, 'test:x', 'award:' || gen_random_uuid(), null)`;
};

describe('the envelope of an action', () => {
  test('grows, and what is left grows with it, spread over its shards', async () => {
    await widen(1000);
    await sql.begin(pay(300));
    await set({ total: 1999 });
    expect(await envelope()).toMatchObject({ total: 1999, left: 1699, least: 106, most: 107 });
  });

  test('shrinks to what has been paid and not below', async () => {
    await sql.begin(pay(300));
    const refused = await refusalBy(set({ total: 299 }));
    expect(refused).toMatchObject({ code: 'envelope_below_paid', detail: { paid: 300 } });
    expect(await envelope()).toMatchObject({ total: 1000, left: 700 });
    await set({ total: 300 });
    expect(await envelope()).toMatchObject({ total: 300, left: 0 });
    expect((await refusalBy(sql.begin(pay(1)))).code).toBe('envelope_empty');
  });

  test('set to the same twice is set once, and audited once', async () => {
    await set({ total: 900 });
    await set({ total: 900 });
    const lines = await sql`select before, after from public.audit_entries
      where act = 'set_envelope' and subject_id = ${`${year}:${action}`}`;
    expect(lines).toMatchObject([{ before: { total: 1000 }, after: { total: 900 } }]);
  });

  test('is not overwritten by somebody who saw an older figure', async () => {
    await set({ total: 900 });
    const refused = await refusalBy(set({ total: 800, before: 1000 }));
    expect(refused).toMatchObject({ code: 'envelope_changed', detail: { total: 900 } });
    expect(await envelope()).toMatchObject({ total: 900 });
  });

  test('never takes more than the city has left', async () => {
    const { total, allocated } = await cityTotal(year);
    const most = total - allocated + 1000;
    const refused = await refusalBy(set({ total: most + 1 }));
    expect(refused).toMatchObject({ code: 'city_envelope_exceeded', detail: { left: most } });
    expect(await envelope()).toMatchObject({ total: 1000, left: 1000 });
  });

  test('is opened for the next year', async () => {
    const { total, allocated } = await cityTotal(next);
    await asActor(administrator, settingCity(Math.max(total, allocated + 500), total, next), {
      keep: true,
    });
    await set({ year: next, total: 500, before: 0 });
    expect(await envelope(next)).toMatchObject({ total: 500, left: 500 });
  });

  test.each([
    ['of a year long past', { year: 1999 }, 'content_invalid'],
    ['of no year', { year: null }, 'content_invalid'],
    ['of no action', { action: null }, 'action_unknown'],
    ['of an action nobody knows', { action: 'no-such-action' }, 'action_unknown'],
    ['of fewer coins than none', { total: -1 }, 'content_invalid'],
    ['of more coins than sense', { total: 1_000_000_001 }, 'content_invalid'],
    ['of nothing', { total: null }, 'content_invalid'],
    ['seen by nobody', { before: null }, 'envelope_changed'],
  ] as [string, Wish, string][])('%s is refused', async (_, wish, code) => {
    expect((await refusalBy(set(wish))).code).toBe(code);
    expect(await envelope()).toMatchObject({ total: 1000, left: 1000 });
  });

  test.each(['resident', 'moderator', 'editor', 'analyst'] as const)(
    'is not for %s to set or read',
    async (role) => {
      const caller = role === 'resident' ? await addResident() : await addStaff(role);
      expect((await refusalBy(asActor(caller, setting({})))).code).toBe('not_found');
      const reading = (tx: Transaction) => tx`select * from public.get_envelopes(${year})`;
      expect((await refusalBy(asActor(caller, reading))).code).toBe('not_found');
    },
  );
});

describe("the city's envelope", () => {
  test('never becomes smaller than those of its actions together', async () => {
    // Of the next year: nothing else here changes its envelopes meanwhile.
    const { total, allocated } = await cityTotal(next);
    expect(allocated).toBeGreaterThan(0);
    const refused = await refusalBy(
      asActor(administrator, settingCity(allocated - 1, total, next), { keep: true }),
    );
    expect(refused).toMatchObject({ code: 'envelopes_exceed_city', detail: { allocated } });
    expect(await cityTotal(next)).toEqual({ total, allocated });
  });

  test('two who give out its last coins at once: one does, the other is told what is left', async () => {
    const others: string[] = [];
    for (let count = 0; count < 8; count += 1) others.push(await newAction({ envelope: 10 }));
    const { total, allocated } = await cityTotal(year);
    const reserve = total - allocated;
    const raising = (to: number) =>
      race(
        others.map((code) => ({
          caller: administrator,
          run: setting({ action: code, total: to, before: 10 }),
        })),
      );
    const all = await raising(10 + reserve + 1);
    expect(all.codes).toEqual({ city_envelope_exceeded: 8 });
    await widen(5);
    const again = await raising(10 + reserve + 5);
    expect(again.won).toHaveLength(1);
    expect(again.codes).toEqual({ city_envelope_exceeded: 7 });
    const after = await cityTotal(year);
    expect(after.allocated).toBe(after.total);
    // Others find the reserve as it was.
    await widen(reserve);
  });
});

test('the desk reads what is left as of now', async () => {
  await sql.begin(pay(40));
  const rows = await asActor(
    administrator,
    (tx) => tx<{ action_code: string | null; total: number; remaining: number }[]>`
      select action_code, total::float8, remaining::float8 from public.get_envelopes(${year})`,
  );
  const { total, allocated } = await cityTotal(year);
  expect(rows.find((row) => row.action_code === action)).toMatchObject({
    total: 1000,
    remaining: 960,
  });
  expect(rows.find((row) => row.action_code === null)).toMatchObject({
    total,
    remaining: total - allocated,
  });
});
