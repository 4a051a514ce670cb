// What editors write of rewards and merchants. The database checks it: see save_reward and save_merchant.

/** A reward as it stands in its form; the id is made when the form of a new one opens. */
export interface RewardContent {
  id: string;
  merchant_id: string;
  name_zh: string;
  name_en: string;
  detail_zh: string;
  detail_en: string;
  /** Coins for one, 1 to 100,000. */
  price: number;
  /** How many there have been in all, what has been redeemed included. */
  stocked: number;
  is_open: boolean;
}

/** A merchant as it stands in its form. */
export interface MerchantContent {
  id: string;
  name_zh: string;
  name_en: string;
  town_code: string;
}

/** A reward nobody has written yet. */
export const newReward = (merchantId: string): RewardContent => ({
  id: crypto.randomUUID(),
  merchant_id: merchantId,
  name_zh: '',
  name_en: '',
  detail_zh: '',
  detail_en: '',
  price: 10,
  stocked: 0,
  is_open: false,
});

/** A merchant nobody has written yet. */
export const newMerchant = (): MerchantContent => ({
  id: crypto.randomUUID(),
  name_zh: '',
  name_en: '',
  town_code: 'choucheng',
});
