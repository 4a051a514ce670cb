// The same commands from several sessions at once. What comes of each is not foretold, only what must
// be true whatever comes.
import postgres from 'postgres';
import { inject } from 'vitest';
import { become, sql, type Transaction } from '../../../support/database.ts';
import { refusalOf } from '../../../support/refusals.ts';
import { Refused } from './books.ts';
import { type Call, type Command, callerOf } from './call.ts';
import { booksOf, type World } from './world.ts';

/** What may be refused; anything else, a deadlock or a violated constraint above all, is a fault. */
const refusals = new Set([
  'not_enough_coins',
  'out_of_stock',
  'envelope_empty',
  'key_reused',
  'transfer_unknown',
  'corrected_already',
  // Of two redemptions with one key another may have come first, at another price.
  'correction_differs',
]);

/** The calls that the commands would be, if they came one after another. */
export function plan(commands: Command[], world: World): Call[] {
  const books = booksOf(world);
  return commands.flatMap((command) => {
    const call = command.resolve(books);
    try {
      call?.foretell(books);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    return call ?? [];
  });
}

/** Every so many calls one gets no answer. */
const between = 7;
/** How that comes: the session goes with its work undone, or the answer is lost after the work was done. */
type Loss = 'session' | 'answer';

/** Makes a call in a session that goes before it commits, in whatever state that leaves the others. */
async function sendAndGo(call: Call, world: World): Promise<void> {
  const session = postgres(inject('stack').databaseUrl, { max: 1, onnotice: () => {} });
  const tx = session as unknown as Transaction;
  const caller = callerOf(world, call);
  try {
    await session`begin`;
    if (caller) await become(tx, caller);
    await call.send(tx, world);
  } finally {
    await session.end({ timeout: 0 });
  }
}

/**
 * Sends calls from so many sessions, each the next one nobody has sent yet, and gives what went wrong. Whoever gets
 * no answer asks again with the same key.
 */
export async function sendInParallel(calls: Call[], world: World, sessions: number) {
  const queue = calls.map((call, turn) => ({
    call,
    loss: turn % between === 3 ? ('session' as Loss) : turn % between === 6 ? 'answer' : undefined,
  }));
  const faults: string[] = [];
  let [moves, lost] = [0, 0];
  const send = async (call: Call) => {
    const caller = callerOf(world, call);
    return sql.begin(async (tx: Transaction) => {
      if (caller) await become(tx, caller);
      return call.send(tx, world);
    });
  };
  await Promise.all(
    Array.from({ length: sessions }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { call, loss } = next;
        try {
          if (loss === 'session') await sendAndGo(call, world);
          else if (loss === 'answer') await send(call);
          if (loss) lost += 1;
          if (await send(call)) moves += 1;
        } catch (error) {
          const { code, sqlState, message } = refusalOf(error);
          if (!refusals.has(code)) faults.push(`${call.words}: ${code || sqlState} ${message}`);
        }
      }
    }),
  );
  return { faults, moves, lost };
}

/** What must never be, whatever the order was: an account of every breach. */
export async function breaches({ residents, action, rewards }: World, cap: number) {
  const ids = residents.map(({ id }) => id);
  await sql`select ledger.turn_wallet(id, ledger.year_of()) from unnest(${ids}::uuid[]) as id order by id`;
  const rows = await sql<{ breach: string }[]>`
    select 'over the yearly cap: ' || a.resident_id || ' in ' || a.vintage || ' ' || sum(a.amount) as breach
    from ledger.transfers a
    where a.resident_id = any (${ids}::uuid[]) and a.kind = 'award' and not exists (
      select from ledger.transfers r where r.resident_id = a.resident_id and r.corrects_id = a.id)
    group by a.resident_id, a.vintage having sum(a.amount) > ${cap}
    union all
    select 'an envelope was overdrawn: ' || e.year || ' ' || sum(s.remaining)
    from ledger.envelopes e join ledger.envelope_shards s using (year, action_code)
    where action_code = ${action} group by e.year, e.total
    having min(s.remaining) < 0 or sum(s.remaining) > e.total
    union all
    select 'a redemption was not paid once: ' || r.id
    from public.redemptions r
    where r.resident_id = any (${ids}::uuid[]) and 1 <> (
      select count(*) from ledger.transfers t
      where t.resident_id = r.resident_id and t.kind = 'redeem' and t.reference = 'redemption:' || r.id)
    union all
    select 'the stock does not add up: ' || w.id
    from public.rewards w
    where w.id = any (${rewards}::uuid[]) and w.stocked - w.stock <> (
      select count(*) from public.redemptions r where r.reward_id = w.id)`;
  return rows.map(({ breach }) => breach);
}
