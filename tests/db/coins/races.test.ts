import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident, addResidents, giveRole, type Resident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { post, spending } from '../../support/ledger.ts';
import { type Contender, race, times, withScratchTable } from '../../support/race.ts';
import { balanceOf, giveCoins, newAction, newReward } from '../../support/things.ts';

describe('64 spendings of 10 coins at once out of 100', () => {
  test('succeed exactly ten times', async () => {
    const owner = await addResident();
    await giveCoins(owner, 100);
    const { won, codes } = await race(
      times(64, () => ({ run: (tx) => post({ residentId: owner.id, ...spending }, tx) })),
    );
    expect(won).toHaveLength(10);
    expect(codes).toEqual({ not_enough_coins: 54 });
    expect(await balanceOf(owner)).toBe(0);
  });

  test('would succeed more often if the balance were read first and written then', async () => {
    await withScratchTable('balance integer not null', async (table) => {
      await sql.unsafe(`insert into ${table} values (100)`);
      const { won } = await race(
        times(64, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select balance from ${table}`);
            if (row?.balance < 10) return false;
            await tx.unsafe(`update ${table} set balance = $1`, [row?.balance - 10]);
            return true;
          },
        })),
      );
      expect(won.filter((spent) => spent).length).toBeGreaterThan(10);
    });
  });
});

/** Reads the books until told to stop, each time in one snapshot. */
function watchTheBooks() {
  const seen: { held: string; came: string; went: string; facts: unknown }[] = [];
  let watching = true;
  const look = () =>
    sql.begin('isolation level repeatable read read only', async (tx) => {
      // Several statements, one snapshot: a half-done transfer would show between them.
      const [wallets] = await tx`select coalesce(sum(balance), 0) as held from ledger.wallets`;
      const [transfers] = await tx`select
          coalesce(sum(amount) filter (where credit = 'wallet'), 0) as came,
          coalesce(sum(amount) filter (where debit = 'wallet'), 0) as went
        from ledger.transfers`;
      const facts = await tx`select fact from ledger.verify() where not holds`;
      return { held: wallets?.held, came: transfers?.came, went: transfers?.went, facts };
    });
  const done = (async () => {
    while (watching) seen.push(await look());
  })();
  return {
    seen,
    /** How many different sums of coins came in were seen so far. */
    sums: () => new Set(seen.map(({ came }) => came)).size,
    async stop() {
      watching = false;
      await done;
    },
  };
}

describe('awards, redemptions, logs and decisions on few wallets at once', () => {
  /** One of everything that moves coins, for a resident. */
  const movements = (
    owner: Resident,
    moderator: Resident,
    actionCode: string,
    rewardId: string,
    logs: string[],
  ): Contender<unknown>[] => [
    { run: (tx) => post({ residentId: owner.id, amount: 12 }, tx) },
    { run: (tx) => post({ residentId: owner.id, ...spending, amount: 3 }, tx) },
    {
      caller: owner,
      run: (tx) => tx`select public.log_green_action(${actionCode}, ${randomUUID()})`,
    },
    {
      caller: owner,
      run: (tx) => tx`select public.redeem_reward(${rewardId}, ${randomUUID()})`,
    },
    {
      caller: moderator,
      run: (tx) => tx`
        select public.decide_action_log(id, true)
        from unnest(${logs}::uuid[]) as id order by random() limit 1`,
    },
  ];

  test('meet no deadlock and balance at every moment for whoever reads', async () => {
    const owners = await addResidents(6);
    const moderators = await addResidents(4);
    for (const moderator of moderators) await giveRole(moderator, 'moderator');
    const automatic = await newAction({ dailyCap: 1_000, coins: 1 });
    const judged = await newAction({ dailyCap: 1_000, coins: 5, review: 'moderator' });
    const rewardId = await newReward({ price: 2, stock: 10_000 });
    const logs = new Map<Resident, string[]>();
    for (const owner of owners) {
      await giveCoins(owner, 200);
      const rows = await sql<{ id: string }[]>`insert into public.action_logs
          (resident_id, action_code, idempotency_key, coins, status)
        select ${owner.id}, ${judged}, gen_random_uuid(), 5, 'pending'
        from generate_series(1, 40) returning id`;
      logs.set(
        owner,
        rows.map(({ id }) => id),
      );
    }

    const watcher = watchTheBooks();
    // Coins move until they were looked at on their way, not only before and after: on a machine
    // with more to do one look may last as long as a whole round.
    do {
      const { won, refused } = await race(
        times(20, (turn) =>
          owners.flatMap((owner) =>
            movements(
              owner,
              moderators[turn % 4] as Resident,
              automatic,
              rewardId,
              logs.get(owner) as string[],
            ),
          ),
        ).flat(),
      );
      // Two moderators may pick the same log; the second then repeats the first one's decision.
      expect(refused).toEqual([]);
      expect(won).toHaveLength(600);
    } while (watcher.sums() < 3);
    await watcher.stop();

    for (const { held, came, went, facts } of watcher.seen) {
      expect(facts).toEqual([]);
      expect(BigInt(held)).toBe(BigInt(came) - BigInt(went));
    }
  }, 120_000);
});
