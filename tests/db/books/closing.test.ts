import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { closeDays, onEmptyBooks, pastTriggers, postThen } from '../../support/days.ts';
import { treeHash } from '../../support/merkle.ts';
import { answer } from '../../support/refusals.ts';

const shanghaiDay = (daysAgo: number) =>
  new Date(Date.now() + 8 * 3_600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10);

describe('closing days', () => {
  test('closes every day from the first transfer to yesterday, empty ones too, and only once', async () => {
    const result = await onEmptyBooks(async (tx) => {
      const first = await postThen(tx, { daysAgo: 4000 });
      await postThen(tx, { daysAgo: 0 });
      const counts = [];
      for (let left = true; left; ) {
        const count = await closeDays(tx);
        counts.push(count);
        left = count > 0;
      }
      const [row] = await tx`select count(*)::integer as days, min(day)::text as first,
        max(day)::text as last from ledger.days`;
      return { total: counts.reduce((sum, count) => sum + count, 0), first: first.day, ...row };
    });
    expect(result).toEqual({
      total: 4000,
      days: 4000,
      first: shanghaiDay(4000),
      last: shanghaiDay(1),
    });
  });

  test('sums up what each day moved, and carries on what was held', async () => {
    const days = await onEmptyBooks(async (tx) => {
      const who = randomUUID();
      const award = await postThen(tx, { daysAgo: 3, residentId: who, amount: 50 });
      await postThen(tx, { daysAgo: 3, residentId: who, kind: 'redeem', amount: 20 });
      const taken = await postThen(tx, { daysAgo: 3, residentId: who, amount: 7 });
      await postThen(tx, {
        daysAgo: 1,
        residentId: who,
        kind: 'reverse',
        amount: 7,
        correctsId: taken.id,
        actionCode: 'test-action',
      });
      await postThen(tx, { daysAgo: 1, residentId: who, kind: 'expire', amount: 4 });
      await postThen(tx, { daysAgo: 1, residentId: who, kind: 'adjust', amount: 9 });
      await closeDays(tx);
      expect(award.day).toBe(shanghaiDay(3));
      return tx`select day, transfers, issued, taken_back, spent, expired, adjusted_up, held
        from public.get_days(private.shanghai_day() - 3, private.shanghai_day())`;
    });
    const numbers = days.map(({ day: _, ...row }) => Object.values(row).map(Number));
    expect(numbers).toEqual([
      [3, 57, 0, 20, 0, 0, 37],
      [0, 0, 0, 0, 0, 0, 37],
      [3, 0, 7, 0, 4, 9, 35],
    ]);
  });

  test('a day begins and ends at midnight in Shanghai', async () => {
    const counts = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 3, at: '23:59:59.999999' });
      await postThen(tx, { daysAgo: 2, at: '00:00' });
      await postThen(tx, { daysAgo: 2, at: '23:59:59.999999' });
      await postThen(tx, { daysAgo: 1, at: '00:00' });
      await closeDays(tx);
      const rows = await tx`select transfers::integer from ledger.days order by day desc limit 3`;
      return rows.map((row) => row.transfers).reverse();
    });
    expect(counts).toEqual([1, 2, 1]);
  });

  test.each([1, 2, 3, 5, 1023, 1024, 1025, 2500])(
    'the root over %d transfers is that of RFC 6962, page by page',
    async (count) => {
      const { leaves, root, pages } = await onEmptyBooks(async (tx) => {
        await tx`insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, action_code,
            reference, idempotency_key, posted_at)
          select gen_random_uuid(), 'issuance', 'wallet', n, 'award', ledger.year_of(), 'test-action', 'test:tree', 'award:' || n,
            now() - interval '1 day' from generate_series(1, ${count}::integer) as n`;
        await closeDays(tx);
        const listed: string[] = [];
        let pageCount = 0;
        for (let page = 0; page <= pageCount; page += 1) {
          const [row] =
            await tx`select * from public.get_day_leaves(private.shanghai_day() - 1, ${page})`;
          pageCount = row?.pages ?? pageCount;
          listed.push(...(row?.leaves ?? []));
        }
        const [day] =
          await tx`select root from public.get_days(private.shanghai_day() - 1, private.shanghai_day())`;
        return { leaves: listed, root: day?.root, pages: pageCount };
      });
      expect(leaves).toHaveLength(count);
      expect(leaves).toEqual([...leaves].sort());
      expect(pages).toBe(Math.ceil(count / 1024));
      expect(root).toBe(treeHash(leaves).toString('hex'));
    },
  );

  test('the root of an empty day is the hash of nothing', async () => {
    const root = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 2 });
      await closeDays(tx);
      const [day] =
        await tx`select root from public.get_days(private.shanghai_day() - 1, private.shanghai_day())`;
      return day?.root;
    });
    expect(root).toBe(createHash('sha256').digest('hex'));
  });

  test('the seal binds the sums, the root and every day before', async () => {
    const days = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 2, amount: 12 });
      await closeDays(tx);
      return tx`select * from public.get_days('2000-01-01', private.shanghai_day())`;
    });
    let before: Buffer = Buffer.alloc(0);
    for (const day of days) {
      const text = [
        day.day.toISOString().slice(0, 10),
        day.transfers,
        day.issued,
        day.taken_back,
        day.spent,
        day.refunded,
        day.expired,
        day.adjusted_up,
        day.adjusted_down,
        day.held,
        day.root,
      ].join('|');
      before = createHash('sha256').update(Uint8Array.of(2)).update(before).update(text).digest();
      expect(day.seal).toBe(before.toString('hex'));
    }
    expect(days.length).toBeGreaterThan(1);
  });

  test('a leaf says neither who nor when nor what for', async () => {
    const { leaves, mine } = await onEmptyBooks(async (tx) => {
      const posted = await postThen(tx, { daysAgo: 1, amount: 33, at: '07:08:09' });
      await closeDays(tx);
      const [row] = await tx`select * from public.get_day_leaves(private.shanghai_day() - 1, 0)`;
      return { leaves: row?.leaves as string[], mine: posted };
    });
    expect(leaves).toContain(`${mine.receipt}|${mine.day}|award|issuance|wallet|33|test-action`);
    expect(leaves.join()).not.toContain(mine.residentId);
    expect(leaves.join()).not.toMatch(/test:then|\d\d:\d\d/);
  });
});

describe('the barrier at midnight', () => {
  /** A posting of yesterday's last second that is not committed yet. */
  async function lateposting(holdsTheLock: boolean) {
    const connection = await sql.reserve();
    const residentId = randomUUID();
    await connection`begin`;
    if (holdsTheLock) {
      await connection`select pg_advisory_xact_lock_shared(hashtextextended('the books', 0))`;
    }
    await connection`insert into ledger.wallets (resident_id, balance, earned) values (${residentId}, 10, 10)`;
    await connection`insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, action_code,
        reference, idempotency_key, posted_at)
      values (${residentId}, 'issuance', 'wallet', 10, 'award', ledger.year_of(), 'test-action', 'test:late', 'award:late',
        private.shanghai_midnight(private.shanghai_day()) - interval '1 second')`;
    return {
      commit: () => connection`commit`,
      async remove() {
        await connection`rollback`;
        connection.release();
        await sql.begin((tx) =>
          pastTriggers(tx, async () => {
            await tx`delete from ledger.transfers where resident_id = ${residentId}`;
            await tx`delete from ledger.wallets where resident_id = ${residentId}`;
          }),
        );
      },
    };
  }

  test('no day is closed while a posting that began in it is under way; afterwards it counts', async () => {
    const late = await lateposting(true);
    try {
      await onEmptyBooks(async (tx) => {
        await postThen(tx, { daysAgo: 2 });
        expect(await closeDays(tx)).toBe(0);
        await late.commit();
        expect(await closeDays(tx)).toBeGreaterThan(0);
        const [day] =
          await tx`select transfers::integer from ledger.days order by day desc limit 1`;
        expect(day?.transfers).toBe(1);
        expect(await tx`select fact from ledger.verify() where not holds`).toEqual([]);
      });
    } finally {
      await late.remove();
    }
  });

  test('control: a posting that does not hold the lock is missed, and the proof names the day', async () => {
    const late = await lateposting(false);
    try {
      await onEmptyBooks(async (tx) => {
        await postThen(tx, { daysAgo: 2 });
        expect(await closeDays(tx)).toBeGreaterThan(0);
        await late.commit();
        const [wrong] = await tx`select detail from ledger.verify() where not holds`;
        expect(wrong?.detail).toBe(shanghaiDay(1));
      });
    } finally {
      await late.remove();
    }
  });

  test('every way of posting holds the lock', async () => {
    const { rows } = await onEmptyBooks(async (tx) => {
      const who = randomUUID();
      await tx`insert into ledger.wallets (resident_id) values (${who})`;
      await tx`select ledger.post_transfer(${who}, 'award', 'issuance', 'wallet', 5, 'test', 'award:x', null, null, 'test-action')`;
      return {
        rows: await tx`select mode from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
          and ((classid::bigint << 32) | objid::bigint) = hashtextextended('the books', 0)`,
      };
    });
    expect(rows).toEqual([{ mode: 'ShareLock' }]);
  });
});

describe('the totals of the city', () => {
  test('do not move with a transfer of today', async () => {
    const totals = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 1, amount: 40 });
      await closeDays(tx);
      await postThen(tx, { daysAgo: 0, amount: 5 });
      const [row] = await tx`select * from public.get_coin_totals()`;
      return row;
    });
    expect(totals?.through.toISOString().slice(0, 10)).toBe(shanghaiDay(1));
    expect([totals?.issued, totals?.held].map(Number)).toEqual([40, 40]);
  });

  test('are for everyone, and one row also before a day was closed', async () => {
    const rows = await answer(visitor().rpc('get_coin_totals'));
    expect(rows).toHaveLength(1);
  });
});
