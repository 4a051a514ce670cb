// What tests act upon, made fresh by SQL so that no test uses up the things of another.
import { randomInt, randomUUID } from 'node:crypto';
import type { Enums } from '../../src/lib/database.types.ts';
import { sql } from './database.ts';

const made = (row: { id: string } | undefined): string => {
  if (!row) throw new Error('Nothing was made.');
  return row.id;
};

export async function newMerchant(): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.merchants (name_zh, name_en, town_code)
    values ('测试兑换点', 'Test shop', 'fotang') returning id`;
  return made(row);
}

export async function newReward(
  options: {
    merchantId?: string;
    kind?: Enums<'reward_kind'>;
    price?: number;
    stock?: number;
    isOpen?: boolean;
    perResident?: number;
    perHousehold?: number;
    /** Days from today in Shanghai. */
    from?: number;
    until?: number;
  } = {},
): Promise<string> {
  const { kind = 'goods' } = options;
  const isGift = kind === 'donation';
  const merchantId = isGift ? null : (options.merchantId ?? (await newMerchant()));
  const [row] = await sql<{ id: string }[]>`
    insert into public.rewards
      (kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, is_open,
        quota_per_resident, quota_per_household, valid_from, valid_until)
    values (${kind}, ${merchantId}, '测试兑换品', 'Test reward', '一件', 'One',
      ${options.price ?? 10}, ${isGift ? 0 : (options.stock ?? 100)}, ${options.isOpen ?? true},
      ${options.perResident ?? null}, ${options.perHousehold ?? null},
      private.shanghai_day() + ${options.from ?? null}::integer,
      private.shanghai_day() + ${options.until ?? null}::integer)
    returning id`;
  return made(row);
}

/** Puts an action on the price list; without options one that anybody may log once a day. */
export async function newAction(
  options: {
    coins?: number;
    proof?: Enums<'action_proof'>;
    review?: Enums<'action_review'>;
    dailyCap?: number;
    weeklyCap?: number;
    yearlyCap?: number;
    coolDownHours?: number;
    isOpen?: boolean;
    /** Coins the action may pay this year. */
    envelope?: number;
  } = {},
): Promise<string> {
  const code = unusedSlug();
  const { dailyCap = 1 } = options;
  const weeklyCap = options.weeklyCap ?? Math.max(dailyCap, 7);
  await sql`
    with action as (
      insert into public.green_actions
        (code, position, name_zh, name_en, hint_zh, hint_en, plan_section, is_open)
      select ${code}, max(position) + 1, '测试', 'Test', '测试', 'Test', '测试', ${options.isOpen ?? true}
      from public.green_actions returning code
    )
    insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
      weekly_cap, yearly_cap, cool_down_hours)
    select code, '2020-01-01', ${options.coins ?? 2}, ${options.proof ?? 'none'},
      ${options.review ?? 'automatic'}, ${dailyCap}, ${weeklyCap},
      ${options.yearlyCap ?? Math.max(weeklyCap, 1000)}, ${options.coolDownHours ?? 0}
    from action`;
  await newEnvelope(code, options.envelope ?? 10_000_000);
  return code;
}

/** Another price of an action, so many days from today in Shanghai, announced the day before in time. */
export async function newPrice(
  actionCode: string,
  days: number,
  change: { coins?: number; dailyCap?: number } = {},
): Promise<string> {
  const [row] = await sql<{ valid_from: string }[]>`
    insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
      weekly_cap, yearly_cap, cool_down_hours, announced_at)
    select action_code, day, ${change.coins ?? 1}, proof, review, coalesce(${change.dailyCap ?? null}, daily_cap),
      weekly_cap, yearly_cap, cool_down_hours, private.shanghai_midnight(day) - interval '24 hours'
    from public.action_prices, cast(private.shanghai_day() + ${days}::integer as date) as day
    where action_code = ${actionCode} order by valid_from desc limit 1
    returning valid_from::text`;
  if (!row) throw new Error(`${actionCode} has no price to begin with.`);
  return row.valid_from;
}

/** Gives an action an envelope for this year; the city's grows with it. */
async function newEnvelope(actionCode: string, total: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update ledger.city_envelopes set total = total + ${total} where year = ledger.year_of()`;
    await tx`insert into ledger.envelopes (year, action_code, total)
      values (ledger.year_of(), ${actionCode}, ${total})`;
    await tx`insert into ledger.envelope_shards (year, action_code, shard, remaining)
      select ledger.year_of(), ${actionCode}, shard,
        ${total}::bigint / 16 + case when shard < ${total}::bigint % 16 then 1 else 0 end
      from generate_series(0, 15) as shard`;
  });
}

/** A slug nobody has used: action codes are letters and dashes. */
const unusedSlug = () =>
  `test-${Array.from({ length: 16 }, () => String.fromCharCode(97 + randomInt(26))).join('')}`;

/** A questionnaire of the province's five parts, published in the reference data. */
export const fiveParts = '42000001-0000-4000-8000-000000000000';

/** A wave that opens and closes so many days from today in Shanghai; it asks the five parts. */
export async function newWave(
  options: {
    series?: Enums<'survey_series'>;
    opensIn?: number;
    closesIn?: number;
    questionnaireId?: string;
    version?: number;
    /** Whether it stays a draft. */
    isDraft?: boolean;
  } = {},
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.survey_waves
      (title_zh, title_en, series, questionnaire_id, questionnaire_version, opens_on, closes_on, announced_at)
    values ('测试', 'Test', ${options.series ?? 'open'},
      ${options.questionnaireId ?? fiveParts}, ${options.version ?? 1},
      private.shanghai_day() + ${options.opensIn ?? 0}::integer,
      private.shanghai_day() + ${options.closesIn ?? 0}::integer,
      case when not ${options.isDraft ?? false} then now() end)
    returning id`;
  return made(row);
}

/** Gives a resident coins, as an award that names no log. */
export async function giveCoins(resident: { id: string }, amount: number): Promise<void> {
  await sql`select ledger.post_transfer(${resident.id}, 'award', 'issuance', 'wallet', ${amount},
    'test:coins', ${`award:${randomUUID()}`}, null, null, 'test-action')`;
}

export async function balanceOf(resident: { id: string }): Promise<number> {
  const [row] = await sql`
    select balance::integer as balance from ledger.wallets where resident_id = ${resident.id}`;
  if (!row) throw new Error(`${resident.id} has no wallet.`);
  return row.balance;
}

/** How many transfers a resident's wallet has seen. */
export async function transfersOf(resident: { id: string }): Promise<number> {
  const [row] = await sql`
    select count(*)::integer as count from ledger.transfers where resident_id = ${resident.id}`;
  return row?.count;
}
