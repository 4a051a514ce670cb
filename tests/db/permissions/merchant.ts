// Who may do what with vouchers at the counter: taking them by account or by tablet.
import { randomUUID } from 'node:crypto';
import { addResident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { buyVoucher } from '../../support/tablets.ts';
import { newReward } from '../../support/things.ts';
import {
  clients,
  closed,
  forEveryone,
  forNobody,
  forStaff,
  key,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const forMerchants = (sql: string, answer: string) => ({
  granted: residents,
  call: { sql, answer: forStaff('merchant', answer) },
});
const forTablets = (sql: string) => ({
  granted: clients,
  call: { sql, answer: forEveryone('tablet_unknown') },
});

export const merchant: RoomPermissions = {
  relations: {
    'private.tablets': closed,
    'private.fund_payments': closed,
    'public.desk_settlements': readOnly(signedIn('nothing', { administrator: 'all' }), {
      behind: `(select merchant_id, private.month_of(used_at) from public.redemptions
        where status = 'used' and take_key is not null
        union select merchant_id, month from private.fund_payments) as months`,
    }),
  },
  async leaveTraces(caller, staff) {
    if (caller.id !== staff.merchant.id) return;
    const [shop] = await sql`
      select merchant_id as id from public.staff_roles where resident_id = ${caller.id}`;
    const [buyer, reward] = [await addResident(), await newReward({ merchantId: shop?.id })];
    const code = await buyVoucher(buyer, reward);
    await asActor(
      caller,
      async (tx) => {
        await tx`select public.create_tablet(${randomUUID()}, 'x', '7391')`;
        await tx`select public.take_voucher(${code}, ${randomUUID()})`;
      },
      { keep: true },
    );
    await sql`insert into private.fund_payments
      (id, merchant_id, month, vouchers, coins, fen_per_coin, fen)
      values (${randomUUID()}, ${shop?.id}, '2020-01-01', 1, 10, 10, 100)`;
  },
  functions: {
    'public.create_tablet(uuid,text,text)': forMerchants(
      `select public.create_tablet(null, 'x', '7391')`,
      'key_missing',
    ),
    'private.create_tablet(uuid,text,text)': forMerchants(
      `select private.create_tablet(null, 'x', '7391')`,
      'key_missing',
    ),
    'public.list_tablets()': forMerchants('select * from public.list_tablets()', 'answers'),
    'private.list_tablets()': forMerchants('select * from private.list_tablets()', 'answers'),
    'public.revoke_tablet(uuid)': forMerchants(
      `select public.revoke_tablet(${key})`,
      'tablet_unknown',
    ),
    'private.revoke_tablet(uuid)': forMerchants(
      `select private.revoke_tablet(${key})`,
      'tablet_unknown',
    ),
    'public.take_voucher_on_tablet(text,text,text,uuid)': forTablets(
      `select * from public.take_voucher_on_tablet('none', '7391', 'none', ${key})`,
    ),
    'private.take_voucher_on_tablet(text,text,text,uuid)': forTablets(
      `select * from private.take_voucher_on_tablet('none', '7391', 'none', ${key})`,
    ),
    'public.list_taken_on_tablet(text,text)': forTablets(
      `select * from public.list_taken_on_tablet('none', '7391')`,
    ),
    'private.list_taken_on_tablet(text,text)': forTablets(
      `select * from private.list_taken_on_tablet('none', '7391')`,
    ),

    'public.list_settlements()': forMerchants('select * from public.list_settlements()', 'answers'),
    'private.list_settlements()': forMerchants(
      'select * from private.list_settlements()',
      'answers',
    ),
    'public.get_settlement(date)': forMerchants(
      `select * from public.get_settlement('2026-11-01')`,
      'answers',
    ),
    'private.get_settlement(date)': forMerchants(
      `select * from private.get_settlement('2026-11-01')`,
      'answers',
    ),
    'public.pay_settlement(uuid,uuid,date,bigint)': {
      granted: residents,
      call: {
        sql: `select * from public.pay_settlement(${key}, ${key}, '2026-11-01', 1)`,
        answer: forStaff('administrator', 'settlement_unknown'),
      },
    },
    'private.pay_settlement(uuid,uuid,date,bigint)': {
      granted: residents,
      call: {
        sql: `select private.pay_settlement(${key}, ${key}, '2026-11-01', 1)`,
        answer: forStaff('administrator', 'settlement_unknown'),
      },
    },
    'private.settlement_directory()': { granted: residents },

    // For definer bodies.
    'private.settlement_months(uuid)': {
      granted: noRole,
      call: { sql: 'select * from private.settlement_months()', answer: forNobody },
    },
    'private.month_of(timestamp with time zone)': { granted: noRole },
    'private.month_is_closed(date)': { granted: noRole },
    'private.take_voucher_at(uuid,text,uuid)': {
      granted: noRole,
      call: { sql: `select private.take_voucher_at(${key}, 'x', ${key})`, answer: forNobody },
    },
    'private.taken_today_at(uuid)': {
      granted: noRole,
      call: { sql: `select private.taken_today_at(${key})`, answer: forNobody },
    },
    'private.open_tablet(text,text)': {
      granted: noRole,
      call: { sql: `select private.open_tablet('x', 'x')`, answer: forNobody },
    },
    'private.tablet_pin_hash(bytea,text,text)': { granted: noRole },
  },
};
