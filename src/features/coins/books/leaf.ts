// What a leaf of the books says, and what leaves add up to.

const accounts = ['wallet', 'issuance', 'redemption', 'expiry', 'adjustment'] as const;
type Account = (typeof accounts)[number];
const kinds = ['award', 'redeem', 'refund', 'expire', 'adjust', 'reverse'] as const;
type Kind = (typeof kinds)[number];

/** A leaf read: one transfer without its resident, its time and its reference. */
export interface Leaf {
  /** A random number that only the resident and the books know. */
  receipt: string;
  /** The day in Asia/Shanghai (YYYY-MM-DD). */
  day: string;
  kind: Kind;
  /** Where the coins left, and where they arrived; one of the two is the wallet. */
  debit: Account;
  credit: Account;
  /** Coins, 1 at least. */
  amount: number;
  /** The green action it is for, or nothing. */
  actionCode: string;
}

const isAccount = (text: string | undefined): text is Account =>
  accounts.some((account) => account === text);
const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);

/** Reads a leaf `receipt|day|kind|debit|credit|amount|action_code`; undefined when it is none. */
export function parseLeaf(text: string): Leaf | undefined {
  const [receipt = '', day = '', kind, debit, credit, amount = '', actionCode, ...more] =
    text.split('|');
  if (
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(receipt) ||
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    !isKind(kind) ||
    !isAccount(debit) ||
    !isAccount(credit) ||
    (debit === 'wallet') === (credit === 'wallet') ||
    !/^[1-9]\d{0,12}$/.test(amount) ||
    actionCode === undefined ||
    more.length > 0
  ) {
    return undefined;
  }
  return { receipt, day, kind, debit, credit, amount: Number(amount), actionCode };
}

/** The sums of a day in coins, by the names under which they are published; transfers is a number of transfers. */
export const sumNames = [
  'transfers',
  'issued',
  'taken_back',
  'spent',
  'refunded',
  'expired',
  'adjusted_up',
  'adjusted_down',
] as const;
export type SumName = (typeof sumNames)[number];
export type Sums = Record<SumName, number>;

/** The sums of no transfers. */
export const noSums = (): Sums => ({
  transfers: 0,
  issued: 0,
  taken_back: 0,
  spent: 0,
  refunded: 0,
  expired: 0,
  adjusted_up: 0,
  adjusted_down: 0,
});

/** Adds a transfer to the sums of its day. Expired is net: what a correction gives back is taken off again. */
export function addUp(sums: Sums, { debit, credit, amount }: Leaf): void {
  sums.transfers += 1;
  if (debit === 'issuance') sums.issued += amount;
  if (credit === 'issuance') sums.taken_back += amount;
  if (credit === 'redemption') sums.spent += amount;
  if (debit === 'redemption') sums.refunded += amount;
  if (credit === 'expiry') sums.expired += amount;
  if (debit === 'expiry') sums.expired -= amount;
  if (debit === 'adjustment') sums.adjusted_up += amount;
  if (credit === 'adjustment') sums.adjusted_down += amount;
}

/** Coins in all wallets when a day ended, from those when it began and its sums. */
export const heldAfter = (heldBefore: number, sums: Sums): number =>
  heldBefore +
  sums.issued -
  sums.taken_back -
  sums.spent +
  sums.refunded -
  sums.expired +
  sums.adjusted_up -
  sums.adjusted_down;
