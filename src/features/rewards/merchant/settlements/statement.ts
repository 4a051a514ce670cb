/** One voucher of a statement. */
interface StatementLine {
  /** A moment as the API writes it. */
  usedAt: string;
  ending: string;
  reward: string;
  coins: number;
}

/** What a merchant took in a month, in the language it is written in. */
export interface Statement {
  merchant: string;
  isDemo: boolean;
  /** YYYY-MM. */
  month: string;
  isClosed: boolean;
  /** What the fund pays for a coin, in fen; null while that is not set. */
  fenPerCoin: number | null;
  /** When it was paid, as the API writes moments; null when it was not. */
  paidAt: string | null;
  /** The moment (ISO 8601) at which it was asked for. */
  madeAt: string;
  lines: StatementLine[];
}

interface Sum {
  count: number;
  coins: number;
}

/** How many vouchers and coins a statement comes to. */
export const totalOf = ({ lines }: Pick<Statement, 'lines'>): Sum => ({
  count: lines.length,
  coins: lines.reduce((sum, { coins }) => sum + coins, 0),
});

/** The same for each reward, most coins first; they add up to the total. */
export function sumsByReward({ lines }: Pick<Statement, 'lines'>): (Sum & { reward: string })[] {
  const sums = new Map<string, Sum>();
  for (const { reward, coins } of lines) {
    const sum = sums.get(reward) ?? { count: 0, coins: 0 };
    sums.set(reward, { count: sum.count + 1, coins: sum.coins + coins });
  }
  return [...sums]
    .map(([reward, sum]) => ({ reward, ...sum }))
    .sort((one, other) => other.coins - one.coins || one.reward.localeCompare(other.reward));
}

/** Whether a text names a month: YYYY-MM. */
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
