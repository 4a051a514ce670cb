import { fill } from '../../../i18n/fill';
import { dateLocale, type Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { Enums } from '../../../lib/database.types';
import { dateFormat } from '../../../lib/dates';

/** What an action pays and when it counts. */
export interface Price {
  coins: number;
  proof: Enums<'action_proof'>;
  review: Enums<'action_review'>;
  daily_cap: number;
  weekly_cap: number;
  yearly_cap: number;
  /** Hours between two logs; 0 for none. */
  cool_down_hours: number;
  /** Of what partners hand in: the least that counts, in the partner's unit. */
  minimum_quantity: number;
}

/** A price from a day (YYYY-MM-DD, Asia/Shanghai) on. */
export interface PriceVersion extends Price {
  action_code: string;
  valid_from: string;
  /** When it was announced, as the API writes moments; null for the price an action began with. */
  announced_at: string | null;
  note_zh: string;
  note_en: string;
}

/** A version and the one before it. */
export interface PriceChange {
  before: PriceVersion;
  after: PriceVersion;
}

/** The words that prices are told in; little enough to be sent to a browser. */
export interface PriceWords {
  prices: Pick<Dictionary['prices'], 'rule' | 'change' | 'coinsChange' | 'ruleChange'>;
  act: Pick<Dictionary['act'], 'proof' | 'review'>;
}

/** A calendar day (YYYY-MM-DD) in words, without its year. */
const dayInWords = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** What of a price becomes what, each in a few words; the coins first, nothing when it stays. */
export function changesOf(before: Price, after: Price, t: PriceWords): string[] {
  const words = t.prices.rule;
  const changes =
    before.coins === after.coins
      ? []
      : [fill(t.prices.coinsChange, { from: before.coins, to: after.coins })];
  const add = (rule: keyof typeof words, from: string | number, to: string | number) => {
    if (from !== to) changes.push(fill(t.prices.ruleChange, { rule: words[rule], from, to }));
  };
  for (const rule of ['daily_cap', 'weekly_cap', 'yearly_cap', 'cool_down_hours'] as const) {
    add(rule, before[rule], after[rule]);
  }
  if (after.proof === 'import') {
    add('minimum_quantity', before.minimum_quantity, after.minimum_quantity);
  }
  add('proof', t.act.proof[before.proof], t.act.proof[after.proof]);
  add('review', t.act.review[before.review], t.act.review[after.review]);
  return changes;
}

/** A change in one line: from which day on, and what becomes what. */
export const changeLine = (
  before: Price,
  after: Price & { valid_from: string },
  t: PriceWords,
  locale: Locale,
): string =>
  fill(t.prices.change, {
    day: dayInWords(after.valid_from, locale),
    changes: changesOf(before, after, t).join(locale === 'en' ? '; ' : '；'),
  });

/** Every change there was or will be, the last to be announced first. */
export function changesAmong(versions: readonly PriceVersion[]): PriceChange[] {
  const ofActions = Map.groupBy(versions, ({ action_code }) => action_code).values();
  return [...ofActions]
    .flatMap((ofOne) => {
      const inOrder = ofOne.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
      return inOrder.flatMap((after, place) => {
        const before = inOrder[place - 1];
        return before ? [{ before, after }] : [];
      });
    })
    .toSorted((a, b) => announcedAt(b) - announcedAt(a));
}
const announcedAt = ({ after }: PriceChange) => Date.parse(after.announced_at ?? '') || 0;
