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
  /** Without the kind it begins with. */
  key?: string | null;
  actorId?: string | null;
  correctsId?: string | null;
  actionCode?: string | null;
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
    actionCode = kind === 'award' ? 'test-action' : null,
    actorId = null,
    correctsId = null,
  } = posting;
  const [row] = await db<Transfer[]>`
    select (ledger.post_transfer(${residentId}, ${kind}, ${debit}, ${credit},
      ${amount === null ? null : String(amount)}, ${reference}, ${key === null ? null : `${kind}:${key}`}, ${actorId}, ${correctsId}, ${actionCode})).*`;
  if (!row) throw new Error('post_transfer gave nothing back.');
  return row;
}

/** The parts of a posting that spends coins. */
export const spending = { kind: 'redeem', debit: 'wallet', credit: 'redemption' } as const;

/** This year in Asia/Shanghai, as the books have it. */
export async function yearOfBooks(): Promise<number> {
  const [row] = await sql<{ year: number }[]>`select ledger.year_of()::integer as year`;
  return row?.year ?? 0;
}

/**
 * Leaves the wallet of a new resident as if nobody had come by since an earlier year: with coins earned in that
 * year and older ones of the year before it.
 */
export async function earnedEarlier(
  { id }: { id: string },
  year: number,
  coins: { newer?: number; older?: number },
): Promise<void> {
  const { newer = 0, older = 0 } = coins;
  const awards = [
    { vintage: year, amount: newer },
    { vintage: year - 1, amount: older },
  ].filter(({ amount }) => amount > 0);
  await sql.begin(async (tx) => {
    for (const { vintage, amount } of awards) {
      await tx`insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code,
          reference, idempotency_key)
        values (${id}, 'award', 'issuance', 'wallet', ${amount}, ${vintage}, 'test-action', 'test:earlier',
          ${`award:${randomUUID()}`})`;
    }
    await tx`update ledger.wallets set year = ${year}, balance = ${newer + older}, older = ${older},
      earned = ${newer} where resident_id = ${id}`;
  });
}

/** A wallet as it is stored. */
export async function walletOf({ id }: { id: string }) {
  const [row] = await sql<{ year: number; balance: number; older: number; earned: number }[]>`
    select year::integer as year, balance::integer as balance, older::integer as older,
      earned::integer as earned
    from ledger.wallets where resident_id = ${id}`;
  if (!row) throw new Error(`${id} has no wallet.`);
  return row;
}

/** What lapsed of a wallet, oldest vintage first. */
export const lapsedFrom = async ({ id }: { id: string }) => [
  ...(await sql<{ vintage: number; amount: number }[]>`
    select vintage::integer as vintage, amount::integer as amount from ledger.transfers
    where resident_id = ${id} and kind = 'expire' order by vintage, id`),
];

/** A fingerprint of every wallet and every transfer: equal only if nothing has changed. */
export async function ledgerFingerprint() {
  const [row] = await sql`select
    (select md5(coalesce(string_agg(w::text, '|' order by resident_id), '')) from ledger.wallets w)
      as wallets,
    (select md5(coalesce(string_agg(t::text, '|' order by resident_id, id), ''))
      from ledger.transfers t) as transfers`;
  return row;
}
