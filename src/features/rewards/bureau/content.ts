// What editors write of rewards and merchants. The database checks it: see save_reward and save_merchant.
import type { Enums, Tables } from '../../../lib/database.types';

/** A reward as it stands in its form; the id is made when the form of a new one opens. */
export interface RewardContent {
  id: string;
  kind: Enums<'reward_kind'>;
  /** Empty for a gift to the fund. */
  merchant_id: string;
  name_zh: string;
  name_en: string;
  detail_zh: string;
  detail_en: string;
  /** Coins for one, 1 to 100,000. */
  price: number;
  /** How many there have been in all, what has been redeemed included. */
  stocked: number;
  /** How many at most; null: no limit. */
  quota_per_resident: number | null;
  quota_per_household: number | null;
  /** Days in Asia/Shanghai, YYYY-MM-DD; empty: no limit. */
  valid_from: string;
  valid_until: string;
  /** Name in the bucket of pictures; empty: a drawn one. */
  picture: string;
  picture_alt_zh: string;
  picture_alt_en: string;
  is_open: boolean;
}

/** A merchant as it stands in its form. */
export interface MerchantContent {
  id: string;
  name_zh: string;
  name_en: string;
  town_code: string;
  address_zh: string;
  address_en: string;
  accessibility_zh: string;
  accessibility_en: string;
  /** Whether there is no step to the counter; null where nobody has looked. */
  step_free: boolean | null;
  is_closed: boolean;
}

/** A reward nobody has written yet. */
export const newReward = (merchantId: string): RewardContent => ({
  id: crypto.randomUUID(),
  kind: 'goods',
  merchant_id: merchantId,
  name_zh: '',
  name_en: '',
  detail_zh: '',
  detail_en: '',
  price: 10,
  stocked: 0,
  quota_per_resident: null,
  quota_per_household: null,
  valid_from: '',
  valid_until: '',
  picture: '',
  picture_alt_zh: '',
  picture_alt_en: '',
  is_open: false,
});

/** A merchant nobody has written yet. */
export const newMerchant = (): MerchantContent => ({
  id: crypto.randomUUID(),
  name_zh: '',
  name_en: '',
  town_code: 'choucheng',
  address_zh: '',
  address_en: '',
  accessibility_zh: '',
  accessibility_en: '',
  step_free: null,
  is_closed: false,
});

/** A stored reward as its form shows it. */
export const contentOfReward = (
  row: Omit<Tables<'rewards'>, 'changed_at' | 'changed_by' | 'is_demo' | 'stock' | 'version'>,
): RewardContent => ({
  id: row.id,
  kind: row.kind,
  merchant_id: row.merchant_id ?? '',
  name_zh: row.name_zh,
  name_en: row.name_en,
  detail_zh: row.detail_zh,
  detail_en: row.detail_en,
  price: row.price,
  stocked: row.stocked,
  quota_per_resident: row.quota_per_resident,
  quota_per_household: row.quota_per_household,
  valid_from: row.valid_from ?? '',
  valid_until: row.valid_until ?? '',
  picture: row.picture ?? '',
  picture_alt_zh: row.picture_alt_zh,
  picture_alt_en: row.picture_alt_en,
  is_open: row.is_open,
});

/** A stored merchant as its form shows it. */
export const contentOfMerchant = (
  row: Omit<Tables<'merchants'>, 'changed_at' | 'changed_by' | 'is_demo' | 'version'>,
): MerchantContent => ({
  id: row.id,
  name_zh: row.name_zh,
  name_en: row.name_en,
  town_code: row.town_code,
  address_zh: row.address_zh,
  address_en: row.address_en,
  accessibility_zh: row.accessibility_zh,
  accessibility_en: row.accessibility_en,
  step_free: row.step_free,
  is_closed: row.closed_at !== null,
});
