import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  beforeTheDraw,
  closeLastMonth,
  decidedLogs,
  draw,
  drawnIds,
  lastMonth,
  lotOf,
} from '../../support/audit.ts';
import type { Transaction } from '../../support/database.ts';

const root = randomBytes(32);
const setSize = (tx: Transaction, size: number) =>
  tx`update private.settings set audit_sample = ${size}`;
const rateOf = async (tx: Transaction) => {
  const [row] =
    await tx`select to_char(month, 'YYYY-MM-DD') as month, approved, sampled, judged, seed, threshold
    from public.get_audit_rates()`;
  return row;
};

describe('the draw', () => {
  test('takes the logs with the smallest lots, as anybody works them out from the published root', async () => {
    await beforeTheDraw(async (tx) => {
      const logs = await decidedLogs(tx, 30);
      await setSize(tx, 7);
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(7);

      const lots = logs.map(({ id }) => ({ id, lot: lotOf(root, id) }));
      const smallest = lots.toSorted((one, other) => (one.lot < other.lot ? -1 : 1)).slice(0, 7);
      expect(await drawnIds(tx)).toEqual(smallest.map(({ id }) => id).toSorted());
      // The published seed and threshold alone tell which they are.
      const rate = await rateOf(tx);
      expect(rate).toMatchObject({
        month: await lastMonth(tx),
        approved: 30,
        sampled: 7,
        judged: 0,
      });
      expect(rate?.seed).toBe(root.toString('hex'));
      const below = lots.filter(({ lot }) => lot <= rate?.threshold);
      expect(below.map(({ id }) => id).toSorted()).toEqual(await drawnIds(tx));
    });
  });

  test('with another root takes others', async () => {
    await beforeTheDraw(async (tx) => {
      const logs = await decidedLogs(tx, 30);
      await setSize(tx, 7);
      await closeLastMonth(tx, randomBytes(32));
      await draw(tx);
      const first = await drawnIds(tx);
      expect(first).toHaveLength(7);
      const lots = logs.map(({ id }) => lotOf(root, id)).toSorted();
      const byRoot = logs.filter(({ id }) => lotOf(root, id) <= (lots[6] ?? ''));
      // The same seven by another root would be one in two million.
      expect(byRoot.map(({ id }) => id).toSorted()).not.toEqual(first);
    });
  });

  test('waits until the books of the month’s last day are closed', async () => {
    await beforeTheDraw(async (tx) => {
      await decidedLogs(tx, 3);
      expect(await draw(tx)).toBe(0);
      expect(await rateOf(tx)).toBeUndefined();
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(3);
    });
  });

  test('is made once, whatever is decided afterwards', async () => {
    await beforeTheDraw(async (tx) => {
      await decidedLogs(tx, 3);
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(3);
      const first = await drawnIds(tx);
      await decidedLogs(tx, 3);
      expect(await draw(tx)).toBe(0);
      expect(await drawnIds(tx)).toEqual(first);
    });
  });

  test('of a month in which nothing was approved is empty, and is over, too', async () => {
    await beforeTheDraw(async (tx) => {
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(0);
      expect(await rateOf(tx)).toMatchObject({ approved: 0, sampled: 0, threshold: null });
      await decidedLogs(tx, 1);
      expect(await draw(tx)).toBe(0);
      expect(await drawnIds(tx)).toEqual([]);
    });
  });

  test('leaves out what was rejected, taken back, or approved in another month', async () => {
    await beforeTheDraw(async (tx) => {
      const [right] = await decidedLogs(tx, 1);
      await decidedLogs(tx, 1, { approved: false });
      await decidedLogs(tx, 1, { off: '-20 days' });
      await decidedLogs(tx, 1, { off: '20 days' });
      const [back] = await decidedLogs(tx, 1);
      await tx`insert into public.moderation_decisions (log_id, kind, moderator_id, decided_at)
        select log_id, 'undo', moderator_id, decided_at from public.moderation_decisions where log_id = ${back?.id ?? null}`;
      await tx`update public.action_logs set status = 'pending' where id = ${back?.id ?? null}`;
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(1);
      expect(await drawnIds(tx)).toEqual([right?.id]);
    });
  });

  test('counts the hours of Shanghai: the last minute of the month is in, the first of the next is not', async () => {
    await beforeTheDraw(async (tx) => {
      const [last, next] = [await decidedLogs(tx, 1), await decidedLogs(tx, 1)];
      const end = (
        await tx`select private.shanghai_midnight((${await lastMonth(tx)}::date + interval '1 month')::date) as at`
      )[0]?.at;
      await tx`set local session_replication_role = replica`;
      for (const [[log], before] of [
        [last, '1 minute'],
        [next, '0'],
      ] as const) {
        await tx`update public.moderation_decisions set decided_at = ${end}::timestamptz - ${before}::interval
          where log_id = ${log?.id ?? null}`;
      }
      await tx`set local session_replication_role = origin`;
      await closeLastMonth(tx, root);
      expect(await draw(tx)).toBe(1);
      expect(await drawnIds(tx)).toEqual([last[0]?.id]);
    });
  });
});

test('whoever leaves before their log was judged takes it out of the sample; a verdict stays', async () => {
  await beforeTheDraw(async (tx) => {
    const [judged, waiting] = await decidedLogs(tx, 3);
    await closeLastMonth(tx, root);
    await draw(tx);
    await tx`update private.audit_samples set is_right = false, reason = 'other', judged_by = gen_random_uuid(),
      judged_at = now() where log_id = ${judged?.id ?? null}`;
    expect(await rateOf(tx)).toMatchObject({ approved: 3, sampled: 3, judged: 1 });
    for (const log of [judged, waiting]) {
      await tx`delete from auth.users where id = ${log?.resident.id ?? null}`;
    }
    expect(await rateOf(tx)).toMatchObject({ approved: 3, sampled: 2, judged: 1 });
  });
});
