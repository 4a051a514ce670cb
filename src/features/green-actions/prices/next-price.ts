import type { GreenAction } from '../api';
import type { Price } from './price';

/** The price that is announced for an action, if one is. */
export function nextPrice(action: GreenAction): (Price & { valid_from: string }) | undefined {
  const next = action;
  if (next.next_from === null || next.next_coins === null) return undefined;
  return {
    valid_from: next.next_from,
    coins: next.next_coins,
    proof: next.next_proof ?? action.proof,
    review: next.next_review ?? action.review,
    daily_cap: next.next_daily_cap ?? action.daily_cap,
    weekly_cap: next.next_weekly_cap ?? action.weekly_cap,
    yearly_cap: next.next_yearly_cap ?? action.yearly_cap,
    cool_down_hours: next.next_cool_down_hours ?? action.cool_down_hours,
    minimum_quantity: next.next_minimum_quantity ?? action.minimum_quantity,
  };
}
