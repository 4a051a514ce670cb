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
  options: { merchantId?: string; price?: number; stock?: number; isOpen?: boolean } = {},
): Promise<string> {
  const merchantId = options.merchantId ?? (await newMerchant());
  const [row] = await sql<{ id: string }[]>`
    insert into public.rewards
      (merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, is_open)
    values (${merchantId}, '测试兑换品', 'Test reward', '一件', 'One',
      ${options.price ?? 10}, ${options.stock ?? 100}, ${options.isOpen ?? true})
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
    isOpen?: boolean;
  } = {},
): Promise<string> {
  const code = unusedSlug();
  const { dailyCap = 1 } = options;
  await sql`
    insert into public.green_actions
      (code, position, name_zh, name_en, hint_zh, hint_en, plan_section,
        coins, proof, review, daily_cap, weekly_cap, is_open)
    select ${code}, max(position) + 1, '测试', 'Test', '测试', 'Test', '测试',
      ${options.coins ?? 2}, ${options.proof ?? 'none'}, ${options.review ?? 'automatic'},
      ${dailyCap}, ${options.weeklyCap ?? Math.max(dailyCap, 7)}, ${options.isOpen ?? true}
    from public.green_actions`;
  return code;
}

/** A slug nobody has used: action codes are letters and dashes. */
const unusedSlug = () =>
  `test-${Array.from({ length: 16 }, () => String.fromCharCode(97 + randomInt(26))).join('')}`;

export async function newOnsiteCode(
  actionCode: string,
  options: { from?: string; until?: string } = {},
): Promise<string> {
  const code = randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase();
  await sql`
    insert into private.onsite_codes (code, action_code, place_zh, place_en, valid_from, valid_until)
    values (${code}, ${actionCode}, '测试', 'Test',
      now() + ${options.from ?? '-1 hour'}::interval, now() + ${options.until ?? '1 hour'}::interval)`;
  return code;
}

/** A wave that opens and closes so many days from today in Shanghai. */
export async function newWave(
  options: { series?: Enums<'survey_series'>; opensIn?: number; closesIn?: number } = {},
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.survey_waves (title_zh, title_en, series, opens_on, closes_on)
    values ('测试', 'Test', ${options.series ?? 'open'},
      private.shanghai_day() + ${options.opensIn ?? 0}::integer,
      private.shanghai_day() + ${options.closesIn ?? 0}::integer)
    returning id`;
  return made(row);
}

/** Gives a resident coins, as an award that names no log. */
export async function giveCoins(resident: { id: string }, amount: number): Promise<void> {
  await sql`select ledger.post_transfer(${resident.id}, 'award', 'issuance', 'wallet', ${amount},
    'test:coins', ${`test:${randomUUID()}`}, null)`;
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
