/** The fund as get_fund tells it: amounts in fen, coins and vouchers as of the end of a day. */
export interface FundFigures {
  /** The last closed day (YYYY-MM-DD); null before there is one. */
  through: string | null;
  fen_per_coin: number | null;
  pledged: number;
  paid: number;
  coins_owed: number;
  owed: number | null;
  coins_committed: number;
  committed: number | null;
  available: number | null;
  coins_held: number;
  cost: number | null;
  /** available / cost, to four decimals; null when there is nothing to cover. */
  cover: number | null;
  coins_given: number;
  has_demo: boolean;
}

/** What the figures mean for somebody who holds coins. */
export type Cover = 'notSet' | 'nothingHeld' | 'covered' | 'short';

export function coverOf({ available, cost }: Pick<FundFigures, 'available' | 'cost'>): Cover {
  if (available === null || cost === null) return 'notSet';
  if (available < cost) return 'short';
  return cost === 0 ? 'nothingHeld' : 'covered';
}

/** A share as whole per cent, cut rather than rounded, so that it never says more than there is; from ten times on without figures. */
export const percentOf = (share: number): string =>
  share >= 10 ? '>1000%' : `${Math.floor(share * 100)}%`;

/** The two amounts of a cover, drawn to one scale: shares (0 to 1) of the longer. */
export function barsOf({ available, cost }: Pick<FundFigures, 'available' | 'cost'>) {
  const [has, needs] = [Math.max(available ?? 0, 0), cost ?? 0];
  const longest = Math.max(has, needs, 1);
  return { available: has / longest, cost: needs / longest };
}
