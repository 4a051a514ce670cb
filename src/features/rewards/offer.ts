import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import type { Enums } from '../../lib/database.types';
import { formatDay } from '../../lib/dates';

/** Why nobody can redeem a reward today. */
type WhyNotAnyone = 'over' | 'merchant_closed' | 'not_yet' | 'out_of_stock';
/** Why a resident cannot redeem it. */
export type WhyNot = WhyNotAnyone | 'quota' | 'household_quota' | 'not_enough_coins';

/** A reward on offer and its place; a gift to the fund has neither place nor stock. */
export interface Offer {
  id: string;
  kind: Enums<'reward_kind'>;
  name_zh: string;
  name_en: string;
  detail_zh: string;
  detail_en: string;
  /** Coins. */
  price: number;
  stock: number | null;
  quota_per_resident: number | null;
  quota_per_household: number | null;
  /** Days in Asia/Shanghai, YYYY-MM-DD. */
  valid_from: string | null;
  valid_until: string | null;
  /** Its name in the bucket; null: a drawn one. */
  picture: string | null;
  picture_alt_zh: string;
  picture_alt_en: string;
  is_demo: boolean;
  merchant_zh: string | null;
  merchant_en: string | null;
  town_code: string | null;
  address_zh: string | null;
  address_en: string | null;
  accessibility_zh: string | null;
  accessibility_en: string | null;
  step_free: boolean | null;
  why_not: WhyNotAnyone | null;
}

/** What an offer is to the signed-in resident. */
export interface MyOffer {
  reward_id: string;
  why_not: WhyNot | null;
  /** Coins they are short of. */
  missing: number;
  /** The quota nearest to its edge and how many of it are used up; null without one. */
  quota: number | null;
  redeemed: number | null;
}

/** What a sentence about an offer may name. */
export interface OfferFacts {
  valid_from: string | null;
  valid_until: string | null;
  missing?: number;
  quota?: number | null;
}

/** Why an offer cannot be redeemed, as a sentence or a tag in the reader's language. */
export function whyNotText(
  words: Dictionary['rewards']['whyNot'],
  why: WhyNot,
  facts: OfferFacts,
  locale: Locale,
): string {
  const day = (value: string | null) => (value ? formatDay(value, locale) : '');
  return fill(words[why], {
    last_on: day(facts.valid_until),
    first_on: day(facts.valid_from),
    missing: facts.missing ?? 0,
    quota: facts.quota ?? 0,
  });
}

/** Offers in the order of the page: to redeem now, gifts, and what nobody can redeem today. */
export function arrangeOffers<Item extends Pick<Offer, 'kind' | 'why_not'>>(offers: Item[]) {
  const isGift = ({ kind }: Item) => kind === 'donation';
  return {
    open: offers.filter((offer) => !isGift(offer) && !offer.why_not),
    gifts: offers.filter((offer) => isGift(offer) && !offer.why_not),
    closed: offers.filter((offer) => offer.why_not),
  };
}
