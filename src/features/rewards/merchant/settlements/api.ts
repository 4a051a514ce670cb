import { inLocale, type Locale } from '../../../../i18n/locale';
import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { Statement } from './statement';

/** The months in which the caller's shop took vouchers, newest first. */
export async function readSettlements(client: Client) {
  const { data, error } = await client.rpc('list_settlements');
  if (error) throw refusalOf(error);
  return data;
}
export type Settlement = Awaited<ReturnType<typeof readSettlements>>[number];

/** Rows the API gives at most at a time. */
const page = 1_000;

async function readLines(client: Client, month: string) {
  const lines = [];
  for (let from = 0; ; from += page) {
    const { data, error } = await client
      .rpc('get_settlement', { p_month: `${month}-01` })
      .range(from, from + page - 1);
    if (error) throw refusalOf(error);
    lines.push(...data);
    if (data.length < page) return lines;
  }
}

/** The shop the caller works at. */
async function readShop(client: Client) {
  const { data, error } = await client
    .from('staff_roles')
    .select('merchants (name_zh, name_en, is_demo)')
    .eq('role', 'merchant')
    .single();
  if (error) throw refusalOf(error);
  return data.merchants;
}

/** The statement of a month (YYYY-MM); undefined when nothing was taken in it. Refused to whoever is no merchant. */
export async function readStatement(
  client: Client,
  month: string,
  locale: Locale,
): Promise<Statement | undefined> {
  const madeAt = new Date().toISOString();
  const [months, lines] = await Promise.all([readSettlements(client), readLines(client, month)]);
  const settlement = months.find((one) => one.month.startsWith(month));
  if (!settlement) return undefined;
  const shop = await readShop(client);
  return {
    merchant: inLocale({ zh: shop?.name_zh ?? '', en: shop?.name_en ?? '' }, locale),
    isDemo: shop?.is_demo ?? false,
    month,
    isClosed: settlement.is_closed,
    fenPerCoin: settlement.fen_per_coin,
    paidAt: settlement.paid_at,
    madeAt,
    lines: lines.map((line) => ({
      usedAt: line.used_at,
      ending: line.voucher_ending,
      reward: inLocale({ zh: line.reward_name_zh, en: line.reward_name_en }, locale),
      coins: line.coins,
    })),
  };
}
