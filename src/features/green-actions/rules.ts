import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import type { Price } from './prices/price';

/** The hours between two logs in few words: whole days as such, from two on. */
function coolDownOf(hours: number, t: Dictionary): string[] {
  if (hours === 0) return [];
  return hours >= 48 && hours % 24 === 0
    ? [fill(t.act.coolDownDays, { n: hours / 24 })]
    : [fill(t.act.coolDown, { n: hours })];
}

/** How often an action counts, how it is proved and when it pays, each in a few words. */
export function rulesOf(price: Price, t: Dictionary): string[] {
  const { proof } = price;
  // A report of a violation is counted where it is sent.
  if (proof === 'feedback') return [t.act.proof.feedback];
  return [
    fill(t.act.dailyCap, { n: price.daily_cap }),
    fill(t.act.weeklyCap, { n: price.weekly_cap }),
    fill(t.act.yearlyCap, { n: price.yearly_cap }),
    ...coolDownOf(price.cool_down_hours, t),
    t.act.proof[proof],
    t.act.review[price.review],
  ];
}
