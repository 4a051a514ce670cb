// Closed days for tests: in a transaction that is undone, so that no day stays closed for the others.
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from './database.ts';

class Undone<Result> {
  constructor(readonly result: Result) {}
}

/** Runs SQL as the superuser on books in which nothing has been written yet, and undoes all of it. */
export async function onEmptyBooks<Result>(
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return (await sql.begin(async (tx) => {
      await pastTriggers(tx, async () => {
        await tx`delete from ledger.day_actions`;
        await tx`delete from ledger.day_pages`;
        await tx`delete from ledger.days`;
        await tx`delete from ledger.proofs`;
        await tx`delete from ledger.transfers`;
        await tx`delete from ledger.wallets`;
      });
      await tx`update ledger.envelope_shards s set remaining =
          e.total / 16 + case when s.shard < e.total % 16 then 1 else 0 end
        from ledger.envelopes e where (e.year, e.action_code) = (s.year, s.action_code)`;
      await tx`update ledger.rounds set through = null, day = '-infinity',
        resident_id = '00000000-0000-0000-0000-000000000000'`;
      throw new Undone(await run(tx));
    })) as Result;
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.result as Result;
    throw thrown;
  }
}

/** What only somebody with the database in their hands can do: past triggers and checks of keys. */
export async function pastTriggers(tx: Transaction, run: () => Promise<unknown>): Promise<void> {
  await tx`set local session_replication_role = replica`;
  await run();
  await tx`set local session_replication_role = origin`;
}

export interface PastTransfer {
  /** Days before today in Asia/Shanghai. */
  daysAgo?: number;
  residentId?: string;
  kind?: 'award' | 'redeem' | 'refund' | 'expire' | 'adjust' | 'reverse';
  amount?: number;
  actionCode?: string | null;
  correctsId?: string;
  receipt?: string;
  /** Time of that day. */
  at?: string;
}

const accounts = {
  award: ['issuance', 'wallet'],
  redeem: ['wallet', 'redemption'],
  refund: ['redemption', 'wallet'],
  expire: ['wallet', 'expiry'],
  adjust: ['adjustment', 'wallet'],
  reverse: ['wallet', 'issuance'],
} as const;

/** Writes a transfer of an earlier day with its wallet, as if it had been posted then. */
export async function postThen(tx: Transaction, transfer: PastTransfer = {}) {
  const { daysAgo = 1, residentId = randomUUID(), kind = 'award', amount = 10 } = transfer;
  const { actionCode = kind === 'award' ? 'test-action' : null, receipt = randomUUID() } = transfer;
  const [debit, credit] = accounts[kind];
  const [row] = await tx<{ id: string; day: string }[]>`
    insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, action_code, reference,
      idempotency_key, corrects_id, receipt, posted_at)
    select ${residentId}, ${debit}, ${credit}, ${amount}, ${kind}, ledger.year_of(), ${actionCode}, 'test:then',
      ${`${kind}:${randomUUID()}`}, ${transfer.correctsId ?? null}, ${receipt},
      private.shanghai_midnight(private.shanghai_day() - ${daysAgo}::integer) + ${transfer.at ?? '12:00'}::interval
    returning id, to_char(private.shanghai_day(posted_at), 'YYYY-MM-DD') as day`;
  const change = credit === 'wallet' ? amount : -amount;
  const earned = kind === 'award' || kind === 'reverse' ? change : 0;
  await tx`insert into ledger.wallets (resident_id, balance, earned)
    values (${residentId}, ${Math.max(change, 0)}, ${Math.max(earned, 0)})
    on conflict (resident_id) do update set
      balance = ledger.wallets.balance + ${change}, earned = ledger.wallets.earned + ${earned}`;
  if (!row) throw new Error('Nothing was posted.');
  return { id: row.id, day: row.day, residentId, receipt };
}

/** Closes every day that has ended. */
export async function closeDays(tx: Transaction): Promise<number> {
  const [row] = await tx<{ count: number }[]>`select ledger.close_days() as count`;
  return row?.count ?? 0;
}

/**
 * Closes one day of three weeks ago for good, with a transfer and a proof in it: for tests that look at
 * whatever rows are there. Later ones go on from it.
 */
export async function closeOneDay(): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table ledger.days in exclusive mode`;
    const [known] = await tx`select from ledger.days limit 1`;
    if (known) return;
    const { day } = await postThen(tx, { daysAgo: 21 });
    await tx`select ledger.close_day(${day})`;
    await tx`insert into ledger.proofs (at, kind, fact, holds, detail, seconds)
      values (now() - interval '20 days', 'full', 'a test', true, '', 1)`;
  });
}
