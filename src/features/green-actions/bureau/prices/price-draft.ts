import type { Enums } from '../../../../lib/database.types';
import { shanghaiDay } from '../../../../lib/dates';
import type { Price } from '../../prices/price';

/** A price that is to be announced; numbers that are not there yet are NaN. */
export interface PriceDraft extends Price {
  /** YYYY-MM-DD in Asia/Shanghai; empty until chosen. */
  valid_from: string;
  note_zh: string;
  note_en: string;
}

/** The numbers of a price with the least and the most they may be. */
export const numbers = [
  ['coins', 1, 1000],
  ['daily_cap', 1, 100],
  ['weekly_cap', 1, 700],
  ['yearly_cap', 1, 30_000],
  ['cool_down_hours', 0, 8760],
  ['minimum_quantity', 1, 1_000_000],
] as const;

const dayLength = 86_400_000;

/** The first day (YYYY-MM-DD, Asia/Shanghai) that begins 24 hours from now or later. */
export const earliestDay = (now: Date): string =>
  shanghaiDay(new Date(now.getTime() + 2 * dayLength - 1));

const byHand = ['none', 'photo', 'onsite_code', 'import'] as const;

/** How an action may be proved from now on: a check-in and a report stay what they are. */
export const proofsFrom = (proof: Enums<'action_proof'>): Enums<'action_proof'>[] =>
  proof === 'check_in' || proof === 'feedback' ? [proof] : [...byHand];

/** What begins with the price that is announced last, and changes nothing yet. */
export const draftFrom = (price: Price, day: string): PriceDraft => ({
  coins: price.coins,
  proof: price.proof,
  review: price.review,
  daily_cap: price.daily_cap,
  weekly_cap: price.weekly_cap,
  yearly_cap: price.yearly_cap,
  cool_down_hours: price.cool_down_hours,
  minimum_quantity: price.minimum_quantity,
  valid_from: day,
  note_zh: '',
  note_en: '',
});
