// The seals of the days, each made from the one before: whoever has kept one would notice a change of any day before it.
import { heldAfter, type Sums, sumNames } from './leaf';
import { bytesOf, fromHex, sha256, toHex } from './merkle';

/** A closed day as it is published; root and seal in hex. */
export interface ClosedDay extends Sums {
  /** Asia/Shanghai, YYYY-MM-DD. */
  day: string;
  /** Coins in all wallets when it ended. */
  held: number;
  root: string;
  seal: string;
}

const sealMark = Uint8Array.of(2);

/** The seal a day must have after the seal of the day before (null on the first day): hex. */
export async function sealOf(day: Omit<ClosedDay, 'seal'>, before: string | null): Promise<string> {
  const text = [day.day, ...sumNames.map((name) => day[name]), day.held, day.root].join('|');
  return toHex(await sha256(sealMark, fromHex(before ?? ''), bytesOf(text)));
}

/** The calendar day so many days after one (YYYY-MM-DD). */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What is wrong with a day of a chain: a day is missing before it, its coins do not follow, or its seal does not. */
export interface Break {
  day: string;
  fact: 'gap' | 'held' | 'seal';
}

/**
 * Goes through days in their order and gives the first that does not follow from the one before; undefined
 * when all do. The first is taken as the beginning unless one before it is given.
 */
export async function firstBreak(
  days: readonly ClosedDay[],
  before?: ClosedDay,
): Promise<Break | undefined> {
  let last = before;
  for (const day of days) {
    if (last && day.day !== dayAfter(last.day)) return { day: day.day, fact: 'gap' };
    if (day.held !== heldAfter(last?.held ?? 0, day)) return { day: day.day, fact: 'held' };
    if (day.seal !== (await sealOf(day, last?.seal ?? null))) return { day: day.day, fact: 'seal' };
    last = day;
  }
  return undefined;
}
