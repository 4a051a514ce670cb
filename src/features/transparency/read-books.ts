import { shanghaiDay } from '../../lib/dates';
import type { Client } from '../../lib/supabase/client';
import {
  readActionDays,
  readActionNames,
  readAuditRates,
  readDays,
  readFund,
  readLastProof,
  readMonths,
  readOutlooks,
  readPrices,
} from './api';

/** How many days the page shows one by one. */
const shownDays = 90;

/** Everything the page shows; `year` is that of the envelopes, `through` the last closed day or undefined. */
export async function readBooks(client: Client, now: Date) {
  const today = shanghaiDay(now);
  const year = Number(today.slice(0, 4));
  const first = shanghaiDay(new Date(now.getTime() - shownDays * 86_400_000));
  const [months, days, moved, outlooks, audits, proof, names, prices, fund] = await Promise.all([
    readMonths(client),
    readDays(client, first, today),
    readActionDays(client, first, today),
    readOutlooks(client, year),
    readAuditRates(client),
    readLastProof(client),
    readActionNames(client),
    readPrices(client),
    readFund(client),
  ]);
  return {
    today,
    year,
    months,
    days,
    moved,
    outlooks,
    audits,
    proof,
    names,
    prices,
    fund,
    through: days.at(-1)?.day,
  };
}
