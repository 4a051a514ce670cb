import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from './database.ts';

/** The arguments of ledger.post_transfer; what a test leaves out is an award of 10 coins. */
export interface Posting {
  residentId?: string | null;
  kind?: string;
  debit?: string;
  credit?: string;
  /** As text, so that a test may say things that are no numbers. */
  amount?: string | number | null;
  reference?: string | null;
  key?: string | null;
  actorId?: string | null;
  correctsId?: string | null;
}

export interface Transfer {
  id: string;
  resident_id: string;
  kind: string;
  amount: string;
  reference: string;
}

/** Posts a transfer as the bodies of green actions and rewards do. */
export async function post(
  posting: Posting,
  db: typeof sql | Transaction = sql,
): Promise<Transfer> {
  const {
    residentId = null,
    kind = 'award',
    debit = 'issuance',
    credit = 'wallet',
    amount = '10',
    reference = 'test:posting',
    key = randomUUID(),
    actorId = null,
    correctsId = null,
  } = posting;
  const [row] = await db<Transfer[]>`
    select (ledger.post_transfer(${residentId}, ${kind}, ${debit}, ${credit},
      ${amount === null ? null : String(amount)}, ${reference}, ${key}, ${actorId}, ${correctsId})).*`;
  if (!row) throw new Error('post_transfer gave nothing back.');
  return row;
}

/** The parts of a posting that spends coins. */
export const spending = { kind: 'redeem', debit: 'wallet', credit: 'redemption' } as const;

/** A fingerprint of every wallet and every transfer: equal only if nothing has changed. */
export async function ledgerFingerprint() {
  const [row] = await sql`select
    (select md5(coalesce(string_agg(w::text, '|' order by resident_id), '')) from ledger.wallets w)
      as wallets,
    (select md5(coalesce(string_agg(t::text, '|' order by resident_id, id), ''))
      from ledger.transfers t) as transfers`;
  return row;
}
