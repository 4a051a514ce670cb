import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { onEmptyFund } from '../../support/fund.ts';
import { newAction } from '../../support/things.ts';

describe('the interval of a share', () => {
  // Known values of Wilson's 95 percent interval.
  test.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [3, 60, 0.0171, 0.137],
    [0, 60, 0, 0.0602],
  ])('of %i in %i is from %f to %f', async (hits, of, low, high) => {
    const [row] = await sql`select low, high from private.wilson(${hits}, ${of})`;
    expect(row?.low).toBeCloseTo(low, 3);
    expect(row?.high).toBeCloseTo(high, 3);
  });

  test('is unknown where nothing was judged', async () => {
    const [row] = await sql`select (private.wilson(0, 0)).low`;
    expect(row?.low).toBeNull();
  });
});

test('a month that was drawn and not yet judged has no share, and no interval', async () => {
  const month = '2019-03-01';
  await sql`insert into private.audit_months (month, seed, seed_day, approved)
    values (${month}, 'x', '2019-03-31', 4)`;
  const [row] = await sql`
    select judged, share, low, high from public.get_audit_rates() where month = ${month}`;
  expect(row).toEqual({ judged: 0, share: null, low: null, high: null });
});

test('the due work draws last month’s sample, once its last day is closed', async () => {
  const [resident, action, id] = [
    await addResident(),
    await newAction({ review: 'moderator' }),
    randomUUID(),
  ];
  const [before, drawn, again] = await onEmptyFund(async (tx) => {
    const [at] = await tx<{ last: string; noon: Date; month: string }[]>`
      select last::text, private.shanghai_midnight(last) + interval '12 hours' as noon,
        date_trunc('month', last)::date::text as month
      from (select date_trunc('month', private.shanghai_day())::date - 1 as last) d`;
    if (!at) throw new Error('There is no last month.');
    await tx`delete from private.audit_samples where month = ${at.month}`;
    await tx`delete from private.audit_months where month = ${at.month}`;
    await tx`insert into public.action_logs
        (id, resident_id, action_code, idempotency_key, coins, status, logged_at, logged_on, decided_at)
      values (${id}, ${resident.id}, ${action}, ${id}, 3, 'approved', ${at.noon}, ${at.last}, ${at.noon})`;
    await tx`insert into public.moderation_decisions (log_id, moderator_id, approved, decided_at)
      values (${id}, ${randomUUID()}, true, ${at.noon})`;
    const work = async () => {
      await tx`select private.do_due_work()`;
      return tx`select log_id from private.audit_samples where month = ${at.month} and log_id = ${id}`;
    };
    const open = await work();
    await tx`insert into ledger.days values (${at.last}, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, sha256('x'), sha256('y'))`;
    return [open, await work(), await work()];
  });
  expect(before).toEqual([]);
  expect(drawn).toEqual([{ log_id: id }]);
  expect(again).toEqual(drawn);
});
