import { type Break, type ClosedDay, dayAfter, firstBreak } from './seal';

export interface ChainCheck {
  /** The days to check (YYYY-MM-DD, Asia/Shanghai), these included. */
  from: string;
  to: string;
  /** A seal (hex) to look for among them; empty for none. */
  kept: string;
  /** Gives the published days between two, 400 at most, oldest first. */
  read: (from: string, to: string) => Promise<ClosedDay[]>;
  /** Told how many days have been checked so far. */
  onProgress: (days: number) => void;
}

export interface ChainResult {
  count: number;
  first: string | undefined;
  last: string | undefined;
  /** Whether nothing is published before the first of them: then it is the first day of the books. */
  isBeginning: boolean;
  broken: Break | undefined;
  /** The day whose seal was kept; missing when none of them has it. */
  kept: string | undefined;
}

/** Goes through the days from one to another, fetched bit by bit, and stops at the first that does not follow. */
export async function checkChain(check: ChainCheck): Promise<ChainResult> {
  const { from, to, kept, read, onProgress } = check;
  const [known] = await read(dayAfter(from, -1), dayAfter(from, -1));
  let before = known;
  const result: ChainResult = {
    ...{ count: 0, first: undefined, last: undefined, isBeginning: false },
    ...{ broken: undefined, kept: kept === '' ? undefined : 'missing' },
  };
  for (let start = from; start <= to && !result.broken; ) {
    const days = await read(start, to);
    const [first] = days;
    const last = days.at(-1);
    if (!first || !last) break;
    result.first ??= first.day;
    result.broken = await firstBreak(days, before);
    result.count += days.length;
    result.last = last.day;
    if (kept !== '') result.kept = days.find(({ seal }) => seal === kept)?.day ?? result.kept;
    onProgress(result.count);
    before = last;
    start = dayAfter(last.day);
  }
  result.isBeginning = !known && result.count > 0;
  return result;
}
