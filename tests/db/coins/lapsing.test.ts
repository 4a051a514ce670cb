import { beforeEach, describe, expect, test } from 'vitest';
import { addResidents, type Resident } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { earnedEarlier, lapsedFrom, walletOf, yearOfBooks } from '../../support/ledger.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { jobs } from '../inbox/support.ts';

const year = await yearOfBooks();

const lapse = async (limit: number, db: typeof sql | Transaction = sql): Promise<number> => {
  const [row] = await db<{ done: number }[]>`select ledger.lapse_due(${limit}) as done`;
  return row?.done ?? 0;
};

/** Residents whose wallets nobody has touched since last year. */
async function sleepers(count: number): Promise<Resident[]> {
  const residents = await addResidents(count);
  await Promise.all(residents.map((one) => earnedEarlier(one, year - 1, { newer: 30, older: 8 })));
  return residents;
}

const turned = { year, balance: 30, older: 30, earned: 0 };
const waiting = async () => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from ledger.wallets where year < ${year}`;
  return row?.count;
};

describe('the yearly lapsing', () => {
  beforeEach(async () => {
    await lapse(1_000_000);
  });

  test('goes through all wallets in batches and then has nothing to do', async () => {
    const residents = await sleepers(7);
    expect([await lapse(3), await lapse(3), await lapse(3), await lapse(3)]).toEqual([3, 3, 1, 0]);
    for (const one of residents) {
      expect(await walletOf(one)).toEqual(turned);
      expect(await lapsedFrom(one)).toEqual([{ vintage: year - 2, amount: 8 }]);
    }
  });

  test('leaves nothing half done when it is stopped, and goes on where it was', async () => {
    const residents = await sleepers(6);
    await lapse(2);
    const stopped = new Error('stopped');
    await expect(
      sql.begin(async (tx) => {
        expect(await lapse(3, tx)).toBe(3);
        throw stopped;
      }),
    ).rejects.toBe(stopped);
    expect(await waiting()).toBe(4);
    expect(await lapse(100)).toBe(4);
    for (const one of residents) {
      expect(await walletOf(one)).toEqual(turned);
      expect(await lapsedFrom(one)).toHaveLength(1);
    }
  });

  test('by sixteen schedulers at once lapses every wallet once', async () => {
    const residents = await sleepers(100);
    const { won, refused } = await race(
      times(16, () => ({ run: async (tx) => (await lapse(5, tx)) + (await lapse(5, tx)) })),
    );
    expect(refused).toEqual([]);
    const done = won.reduce((sum, count) => sum + count, 0);
    expect(done + (await lapse(1_000))).toBe(100);
    for (const one of residents) {
      expect(await lapsedFrom(one)).toEqual([{ vintage: year - 2, amount: 8 }]);
    }
  });

  test('by sixteen at once would lapse some twice if they looked first and wrote then', async () => {
    await withScratchTable('id integer, year integer, lapsed integer default 0', async (table) => {
      await sql.unsafe(`insert into ${table} select n, 1 from generate_series(1, 20) n`);
      await race(
        times(16, () => ({
          run: async (tx) => {
            const due = await tx.unsafe(
              `select id from ${table} where year < 2 order by id limit 5`,
            );
            for (const { id } of due) {
              await tx.unsafe(`update ${table} set year = 2, lapsed = lapsed + 1 where id = $1`, [
                id,
              ]);
            }
          },
        })),
      );
      const [row] = await sql.unsafe(`select max(lapsed) as most from ${table}`);
      expect(row?.most).toBeGreaterThan(1);
    });
  });

  test('waits for no wallet that somebody holds, and takes it with the next batch', async () => {
    const [held] = await sleepers(3);
    if (!held) throw new Error('Nobody is there.');
    const holder = await sql.reserve();
    try {
      await holder`begin`;
      await holder`select from ledger.wallets where resident_id = ${held.id} for update`;
      expect(await lapse(10)).toBe(2);
    } finally {
      await holder`rollback`;
      holder.release();
    }
    expect(await lapse(10)).toBe(1);
    expect(await walletOf(held)).toEqual(turned);
  });

  test('is done by the jobs of the site', async () => {
    const [sleeper] = await sleepers(1);
    if (!sleeper) throw new Error('Nobody is there.');
    const { data } = await jobs().rpc('lapse_coins');
    expect(data).toContainEqual({ what: 'lapse_due', done: 1 });
    expect(await walletOf(sleeper)).toEqual(turned);
  });
});

describe('the reminder of what lapses', () => {
  beforeEach(async () => {
    await sql`delete from ledger.reminders`;
  });

  const remind = async (
    limit: number,
    day = '12-01',
    db: typeof sql | Transaction = sql,
  ): Promise<number> => {
    const [row] = await db<{ done: number }[]>`
      select ledger.remind_of_lapsing(${limit}, ${`${year}-${day}T00:00:00+08:00`}) as done`;
    return row?.done ?? 0;
  };
  const noticesOf = async ({ id }: Resident) => [
    ...(await sql`
      select values, path, key, exists (
        select from private.outbox o where o.resident_id = n.resident_id and o.key = n.key
      ) as mailed
      from public.notices n where resident_id = ${id} and kind = 'coins_lapsing'`),
  ];

  test('begins thirty days before the last day, and not a minute earlier', async () => {
    await addResidents(1);
    const [row] = await sql<{ done: number }[]>`
      select ledger.remind_of_lapsing(10, ${`${year}-11-30T23:59:00+08:00`}) as done`;
    expect(row?.done).toBe(0);
    expect(await remind(10)).toBeGreaterThan(0);
  });

  test('tells once how many coins end when, by mail only whoever wants mail', async () => {
    const [with30, without, nothing] = (await addResidents(3)) as [Resident, Resident, Resident];
    await earnedEarlier(with30, year - 1, { newer: 30 });
    await earnedEarlier(without, year, { newer: 4, older: 9 });
    await earnedEarlier(nothing, year, { newer: 4 });
    await sql`update public.profiles set wants_mail = true
      where resident_id in (${with30.id}, ${nothing.id})`;
    await remind(1_000_000);
    await sql`delete from ledger.reminders`;
    await remind(1_000_000, '12-24');
    const told = { path: '/wallet/', key: `lapse:${year}` };
    expect(await noticesOf(with30)).toEqual([
      { ...told, values: { coins: 30, on: `${year}-12-31` }, mailed: true },
    ]);
    expect(await noticesOf(without)).toEqual([
      { ...told, values: { coins: 9, on: `${year}-12-31` }, mailed: false },
    ]);
    expect(await noticesOf(nothing)).toEqual([]);
    await lapse(10);
  });

  test('is stopped and goes on, and several at once tell everybody once', async () => {
    const residents = await addResidents(40);
    await Promise.all(residents.map((one) => earnedEarlier(one, year, { older: 5 })));
    const stopped = new Error('stopped');
    await expect(
      sql.begin(async (tx) => {
        await remind(50, '12-01', tx);
        throw stopped;
      }),
    ).rejects.toBe(stopped);
    const { refused } = await race(times(8, () => ({ run: (tx) => remind(10, '12-01', tx) })));
    expect(refused).toEqual([]);
    while ((await remind(500)) > 0);
    for (const one of residents) expect(await noticesOf(one)).toHaveLength(1);
  });
});
