import { shanghaiDay } from '../../../lib/dates';

const usual = { maxAge: 30, swr: 300 };
const dayLength = 86_400_000;

/** For how many seconds a page with prices may be kept: not beyond midnight in Shanghai, when they may change. */
export function keepPrices(now = new Date()) {
  const midnight = Date.parse(`${shanghaiDay(now)}T00:00:00+08:00`) + dayLength;
  const left = Math.ceil((midnight - now.getTime()) / 1000);
  const maxAge = Math.min(usual.maxAge, left);
  return { maxAge, swr: Math.min(usual.swr, left - maxAge), tags: ['price-list'] };
}
