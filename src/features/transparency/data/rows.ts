import { parseMoment, shanghaiDay } from '../../../lib/dates';
import type { Client } from '../../../lib/supabase/client';
import {
  type ActionName,
  readActionDays,
  readActionNames,
  readAuditRates,
  readDays,
  readFund,
  readMonths,
  readOutlooks,
  readPrices,
} from '../api';
import { outlookOf } from '../outlook';
import type { DataFile, RowOf } from './files';
import type { Range } from './range';

/** A moment of the API as ISO 8601 in UTC. */
const instant = (text: string | null) => (text === null ? null : parseMoment(text).toISOString());
/** A share with the digits that a sample can carry. */
const rounded = (share: number | null) => share && Math.round(share * 1e6) / 1e6;

/** Both names of an action by its code; those of what is not on the price list are empty. */
function namesIn(actions: readonly ActionName[]) {
  const byCode = new Map(actions.map((action) => [action.code, action]));
  return (code: string) => {
    const { name_zh = '', name_en = '' } = byCode.get(code) ?? {};
    return { name_zh, name_en };
  };
}

async function days(client: Client, { from, to }: Range): Promise<RowOf<'days'>[]> {
  const closed = await readDays(client, from, to);
  return closed.map((day) => ({ ...day, closed_at: instant(day.closed_at) }));
}

async function actions(client: Client, { from, to }: Range): Promise<RowOf<'actions'>[]> {
  const [series, known] = await Promise.all([
    readActionDays(client, from, to),
    readActionNames(client),
  ]);
  const names = namesIn(known);
  const rows = series.flatMap((one) =>
    one.days.map((day, place) => ({
      day,
      action_code: one.action_code,
      ...names(one.action_code),
      envelope_year: one.year,
      transfers: one.transfers[place] ?? null,
      issued: one.issued[place] ?? null,
      taken_back: one.taken_back[place] ?? null,
      has_demo: one.has_demo[place] ?? null,
    })),
  );
  return rows.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

async function envelopes(client: Client, { from, to }: Range): Promise<RowOf<'envelopes'>[]> {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
  const [known, ...ofYears] = await Promise.all([
    readActionNames(client),
    ...years.map((year) => readOutlooks(client, year)),
  ]);
  const names = namesIn(known);
  return ofYears.flatMap((outlooks, place) =>
    outlooks.map((envelope) => {
      const year = years[place] ?? first;
      const outlook = outlookOf(envelope, year, shanghaiDay(new Date()));
      return {
        year,
        action_code: envelope.action_code,
        ...(envelope.action_code === null
          ? { name_zh: '全市', name_en: 'The whole city' }
          : names(envelope.action_code)),
        total: envelope.total,
        paid: envelope.paid,
        remaining: envelope.remaining,
        recent_days: envelope.daily.length,
        recent_paid: envelope.daily.reduce((sum, coins) => sum + coins, 0),
        outlook: outlook?.outlook ?? null,
        runs_out_on: outlook?.on ?? null,
        runs_out_earliest: outlook?.earliest ?? null,
        runs_out_latest: outlook?.latest ?? null,
        through: envelope.through,
        has_demo: envelope.has_demo,
      };
    }),
  );
}

async function prices(client: Client, { from, to }: Range): Promise<RowOf<'prices'>[]> {
  const [versions, known] = await Promise.all([readPrices(client), readActionNames(client)]);
  const names = namesIn(known);
  return versions
    .filter(({ valid_from: day }) => from <= day && day <= to)
    .map((version) => ({
      ...version,
      ...names(version.action_code),
      announced_at: instant(version.announced_at),
    }));
}

async function audits(client: Client, { from, to }: Range): Promise<RowOf<'audits'>[]> {
  const [rates, months] = await Promise.all([readAuditRates(client), readMonths(client)]);
  const demo = new Set(months.filter(({ has_demo }) => has_demo).map(({ month }) => month));
  return rates
    .filter(({ month }) => from <= month && month <= to)
    .map((rate) => ({
      ...rate,
      share: rounded(rate.share),
      low: rounded(rate.low),
      high: rounded(rate.high),
      has_demo: demo.has(rate.month),
    }));
}

async function fund(client: Client, { from, to }: Range): Promise<RowOf<'fund'>[]> {
  const { through, ...rest } = await readFund(client);
  return through !== null && from <= through && through <= to ? [{ through, ...rest }] : [];
}

const readers = { days, actions, envelopes, prices, audits, fund };

/** The rows of a file within a range, oldest first but for audits, whose newest month is first. */
export const readRows = (
  client: Client,
  file: DataFile,
  range: Range,
): Promise<RowOf<DataFile>[]> => readers[file](client, range);
