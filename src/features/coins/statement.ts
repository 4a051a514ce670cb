// What a line of the statement says in words; the same on the page, in print and in the file.
import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import { parseMoment, shanghaiDay } from '../../lib/dates';

/** One transfer of a wallet: coins gained or (negative) gone, what for, when. */
export interface StatementLine {
  id: number;
  kind: 'award' | 'redeem' | 'refund' | 'expire' | 'adjust' | 'reverse';
  /** Coins. */
  change: number;
  /** What it is for: action_log:<id>, redemption:<id>, vintage:<year>, … */
  reference: string;
  posted_at: string;
  /** The green action of an award, and of what takes it back. */
  action_code: string | null;
  /** The transfer this one corrects. */
  corrects_id: number | null;
  /** The number by which the published books know it. */
  receipt: string;
}

/** Names of green actions by code, in the reader's language. */
export type ActionNames = ReadonlyMap<string, string>;

/** What a line is for, in plain words. */
export function lineWords(
  line: StatementLine,
  t: Dictionary['wallet'],
  actions: ActionNames,
): string {
  const action = line.action_code === null ? undefined : actions.get(line.action_code);
  if (line.kind === 'award') return action ?? t.kinds.award;
  if (line.kind === 'reverse' && action) return fill(t.reverseOf, { action });
  if (line.kind === 'expire') {
    const [about = '', year = ''] = line.reference.split(':');
    if (about === 'vintage') return fill(t.expireOf, { year });
    if (about === 'transfer') return t.expireOnReturn;
  }
  return t.kinds[line.kind];
}

/** The voucher a line is about, if it is about one. */
export const voucherOf = ({ reference }: StatementLine): string | undefined =>
  /^redemption:([0-9a-f-]{36})$/.exec(reference)?.[1];

/** A line with the transfer it corrects, and the one that corrects it. */
export interface JoinedLine extends StatementLine {
  corrects: StatementLine | undefined;
  correctedBy: StatementLine | undefined;
}

/** Joins lines with their corrections, as far as those are among the lines or those given beside them. */
export function joinLines(
  lines: readonly StatementLine[],
  others: readonly StatementLine[] = [],
): JoinedLine[] {
  const all = [...lines, ...others];
  const byId = new Map(all.map((line) => [line.id, line]));
  const byCorrected = new Map(all.map((line) => [line.corrects_id, line]));
  return lines.map((line) => ({
    ...line,
    corrects: line.corrects_id === null ? undefined : byId.get(line.corrects_id),
    correctedBy: byCorrected.get(line.id),
  }));
}

/** A line with the coins that were there after it. */
export interface CountedLine extends JoinedLine {
  after: number;
}

/** All lines of a wallet, oldest first, with what was left after each. */
export function countLines(lines: readonly StatementLine[]): CountedLine[] {
  let after = 0;
  return joinLines(lines).map((line) => {
    after += line.change;
    return { ...line, after };
  });
}

/** The lines of a year of Asia/Shanghai, and the coins at its beginning, at its end, in and out between. */
export function yearOfLines(lines: readonly CountedLine[], year: string) {
  const yearOf = (line: CountedLine) => shanghaiDay(parseMoment(line.posted_at)).slice(0, 4);
  const shown = lines.filter((line) => yearOf(line) === year);
  const opening = lines.findLast((line) => yearOf(line) < year)?.after ?? 0;
  const sum = (sign: number) =>
    shown.reduce((coins, { change }) => coins + Math.max(change * sign, 0), 0);
  return { shown, opening, closing: shown.at(-1)?.after ?? opening, came: sum(1), went: sum(-1) };
}
