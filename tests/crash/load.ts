// Clients at work: each logs an action, redeems its coins and has the voucher taken or gives it back, over and over.
// When no answer comes, it asks again once somebody is there, as the site does: with the same key.
import { randomUUID } from 'node:crypto';
import { addResidents, addStaff, type Resident } from '../support/actors.ts';
import { sql } from '../support/database.ts';
import { newAction, newMerchant, newReward } from '../support/things.ts';
import { InDoubt, NobodyThere, Refused, type Sender } from './send.ts';
import { clients } from './settings.ts';

/** Coins an action pays, and a reward costs. */
export const price = 10;

export interface World {
  residents: Resident[];
  action: string;
  /** Few, so that buyers meet at the stock. */
  shops: { merchant: Resident; reward: string }[];
}

async function newShop() {
  const merchantId = await newMerchant();
  return {
    merchant: await addStaff('merchant', { merchantId }),
    reward: await newReward({ merchantId, price, stock: 1_000_000 }),
  };
}

export async function newWorld(): Promise<World> {
  await sql`update private.settings set coins_per_year = 1000000`;
  return {
    residents: await addResidents(clients),
    action: await newAction({
      coins: price,
      dailyCap: 30_000,
      weeklyCap: 30_000,
      yearlyCap: 30_000,
    }),
    shops: await Promise.all([newShop(), newShop(), newShop(), newShop()]),
  };
}

/** What a client was told has been done. */
export interface Acknowledged {
  what: 'award' | 'redeem' | 'take' | 'cancel';
  key: string;
  /** The log or the redemption. */
  id: string;
}

/** What came of a load. */
export class Record {
  readonly done: Acknowledged[] = [];
  readonly refused: string[] = [];
  /** Calls that were sent and never answered. */
  inDoubt = 0;
  /** Those of them that had been done all the same, when the client came back to ask again. */
  doneInDoubt = 0;
}

const isDone = async (owner: Resident, key: string): Promise<boolean> => {
  const [row] = await sql`select
    exists (select from public.action_logs where resident_id = ${owner.id} and idempotency_key = ${key})
    or exists (select from public.redemptions where resident_id = ${owner.id}
      and (idempotency_key = ${key} or take_key = ${key} or (id = ${key} and status = 'cancelled'))) as done`;
  return row?.done;
};

export interface Load {
  /** Comes back when so many more answers have come since it was asked. */
  more(count: number): Promise<void>;
  /** Lets every client finish what it is at, until it has its answer. */
  stop(): Promise<void>;
}

/** Puts every resident of a world to work; `back` gives the promise of the next time somebody is there. */
export function startLoad(
  { residents, action, shops }: World,
  record: Record,
  options: { sender: () => Sender; back: () => Promise<void>; keepsKey: boolean },
): Load {
  let stopping = false;
  const watchers = new Set<() => void>();

  async function work(owner: Resident, sender: Sender, { merchant, reward }: World['shops'][0]) {
    /** Asks until there is an answer. */
    async function ask(
      what: Acknowledged['what'],
      firstKey: string,
      call: (key: string) => Parameters<Sender['send']>,
    ): Promise<{ id: string; voucher_code: string } | undefined> {
      for (let key = firstKey; ; ) {
        try {
          const answer = (await sender.send(...call(key))) as { id: string; voucher_code: string };
          record.done.push({ what, key, id: answer.id });
          for (const look of watchers) look();
          return answer;
        } catch (error) {
          if (error instanceof Refused) {
            record.refused.push(error.message);
            return undefined;
          }
          if (!(error instanceof InDoubt || error instanceof NobodyThere)) throw error;
          const isInDoubt = error instanceof InDoubt;
          await options.back();
          if (isInDoubt) {
            record.inDoubt += 1;
            if (await isDone(owner, key)) record.doneInDoubt += 1;
          }
          if (!options.keepsKey && what !== 'cancel') key = randomUUID();
        }
      }
    }
    for (let turn = 0; !stopping; turn += 1) {
      await ask('award', randomUUID(), (key) => [
        owner,
        'log_green_action',
        { p_action_code: action, p_idempotency_key: key },
      ]);
      const voucher = await ask('redeem', randomUUID(), (key) => [
        owner,
        'redeem_reward',
        { p_reward_id: reward, p_idempotency_key: key },
      ]);
      if (!voucher) continue;
      const { id, voucher_code: code } = voucher;
      if (turn % 3 === 2) await ask('cancel', id, () => [owner, 'cancel_redemption', { p_id: id }]);
      else {
        const taken = (key: string): Parameters<Sender['send']> => [
          merchant,
          'take_voucher',
          { p_voucher_code: code, p_take_key: key },
        ];
        await ask('take', randomUUID(), taken);
      }
    }
    await sender.close();
  }

  const all = Promise.all(
    residents.map((owner, place) =>
      work(owner, options.sender(), shops[place % shops.length] as World['shops'][0]),
    ),
  );
  return {
    async more(count) {
      const goal = record.done.length + count;
      const reached = Promise.withResolvers<void>();
      const look = () => record.done.length >= goal && reached.resolve();
      watchers.add(look);
      await Promise.race([reached.promise, all]);
      watchers.delete(look);
    },
    async stop() {
      stopping = true;
      await all;
    },
  };
}
