// Caps and envelopes with room for one more, or for a few.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addResident, addResidents } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import { times } from '../../support/race.ts';
import { balanceOf, giveCoins, newAction } from '../../support/things.ts';
import { countTo, crowd, type Edge, takeFrom } from './edge.ts';

const logging = (action: string) => async (tx: Transaction) => {
  await tx`select public.log_green_action(${action}, ${randomUUID()})`;
};

type Cap = 'daily' | 'weekly' | 'yearly';
const limits: Record<Cap, Parameters<typeof newAction>[0]> = {
  daily: { dailyCap: 3, weeklyCap: 100 },
  weekly: { dailyCap: 3, weeklyCap: 3 },
  yearly: { dailyCap: 3, weeklyCap: 3, yearlyCap: 3 },
};

const capEdge = (cap: Cap): Edge => ({
  name: `logs of one resident with one left under the ${cap} cap`,
  async prepare() {
    return async () => {
      const [caller, action] = [await addResident(), await newAction({ ...limits[cap], coins: 4 })];
      for (let turn = 0; turn < 2; turn += 1)
        await asActor(caller, logging(action), { keep: true });
      return {
        contenders: times(crowd, () => ({ caller, run: logging(action) })),
        async judge({ won, codes }) {
          expect(won).toHaveLength(1);
          expect(codes).toEqual({ [`${cap}_cap`]: crowd - 1 });
          const [logs] = await sql`select count(*)::integer as count, sum(coins)::integer as coins
            from public.action_logs where resident_id = ${caller.id}`;
          expect({ ...logs, balance: await balanceOf(caller) }).toEqual({
            count: 3,
            coins: 12,
            balance: 12,
          });
        },
      };
    };
  },
  naive: countTo(3),
});

const yearlyCoins: Edge = {
  name: 'logs of one resident, of two actions, with coins for one left in the year',
  async prepare() {
    const actions = [
      await newAction({ coins: 10, dailyCap: crowd }),
      await newAction({ coins: 10, dailyCap: crowd }),
    ];
    const [settings] = await sql<{ coins: number }[]>`
      select coins_per_year::integer as coins from private.settings`;
    const most = settings?.coins ?? 0;
    return async () => {
      const caller = await addResident();
      await giveCoins(caller, most - 10);
      return {
        contenders: times(crowd, (turn) => ({ caller, run: logging(actions[turn % 2] as string) })),
        async judge({ won, codes }) {
          expect(won).toHaveLength(1);
          expect(codes).toEqual({ coins_per_year: crowd - 1 });
          expect(await balanceOf(caller)).toBe(most);
        },
      };
    };
  },
  naive: takeFrom(10, 10),
};

const envelope: Edge = {
  name: 'logs of as many residents, where the envelope pays five',
  async prepare() {
    const people = await addResidents(crowd);
    const held = async () => {
      const [row] = await sql`select sum(balance)::integer as held from ledger.wallets
        where resident_id = any (${people.map(({ id }) => id)}::uuid[])`;
      return row?.held;
    };
    return async () => {
      // Spread over sixteen parts, so that nobody finds enough in one of them.
      const action = await newAction({ coins: 1, envelope: 5 });
      const before = await held();
      return {
        contenders: people.map((caller) => ({ caller, run: logging(action) })),
        async judge({ won, codes }) {
          expect(won).toHaveLength(5);
          expect(codes).toEqual({ envelope_empty: crowd - 5 });
          expect((await held()) - before).toBe(5);
          const [row] = await sql`select sum(remaining)::integer as remaining
            from ledger.envelope_shards where action_code = ${action}`;
          expect(row?.remaining).toBe(0);
        },
      };
    };
  },
  naive: takeFrom(5, 1),
};

export const capEdges: Edge[] = [
  capEdge('daily'),
  capEdge('weekly'),
  capEdge('yearly'),
  yearlyCoins,
  envelope,
];
