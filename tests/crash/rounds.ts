import { randomInt } from 'node:crypto';
import { brokenFacts } from '../support/books.ts';
import { sql } from '../support/database.ts';
import { compare } from './accounts.ts';
import { newWorld, Record, startLoad } from './load.ts';
import type { Sender } from './send.ts';
import { clients } from './settings.ts';

export interface Rounds {
  count: number;
  sender: () => Sender;
  /** Whether a client that asks again names the same key. */
  keepsKey?: boolean;
  /** Kills the part so many milliseconds from now and starts it again. */
  crash(after: number, round: number): Promise<void>;
  /** Kill in every second round while commits are held; comes back when they are. */
  hold?: () => Promise<void>;
}

/** Kills a part again and again while clients are at work, and holds what they were told against the books. */
export async function runRounds({ count, sender, keepsKey = true, crash, hold }: Rounds) {
  const world = await newWorld();
  // Whatever a careless server loses, it is not the people.
  await sql`checkpoint`;
  const record = new Record();
  const broken: string[] = [];
  for (let round = 0; round < count; round += 1) {
    const restarted = Promise.withResolvers<void>();
    const load = startLoad(world, record, { sender, back: () => restarted.promise, keepsKey });
    await load.more(clients * 4);
    const isHeld = hold && round % 2 === 1;
    if (isHeld) await hold();
    await crash(isHeld ? 0 : randomInt(200), round);
    restarted.resolve();
    await load.more(clients * 4);
    await load.stop();
    broken.push(...(await brokenFacts()));
  }
  const { done, inDoubt, doneInDoubt, refused } = record;
  const figures = { kills: count, acknowledged: done.length, inDoubt, doneInDoubt };
  return { figures, refused, broken, ...(await compare(world, record)) };
}
