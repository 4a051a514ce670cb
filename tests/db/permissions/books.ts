// Who may do what with the books: everyone reads what is published of closed days, residents their receipts.
import { closeOneDay } from '../../support/days.ts';
import {
  type Callable,
  clients,
  closed,
  forEveryone,
  forNobody,
  forResidents,
  noRole,
  type RoomPermissions,
  residents,
} from './words.ts';

const published = (sql: string): Callable => ({
  granted: clients,
  call: { sql: `select * from ${sql}`, answer: forEveryone('answers') },
});
const job = (sql: string): Callable => ({
  granted: ['service_role'],
  call: { sql: `select * from ${sql}`, answer: forNobody },
});
const receipt = (sql: string): Callable => ({
  granted: residents,
  call: { sql: `select * from ${sql}`, answer: forResidents('receipt_unknown') },
});
const inside: Callable = { granted: noRole };

export const books: RoomPermissions = {
  relations: {
    'ledger.days': closed,
    'ledger.day_pages': closed,
    'ledger.day_actions': closed,
    'ledger.proofs': closed,
    'ledger.rounds': closed,
  },
  functions: {
    'public.get_coin_totals()': published('public.get_coin_totals()'),
    'ledger.coin_totals()': published('ledger.coin_totals()'),
    'public.get_days(date,date)': published(`public.get_days('2020-01-01', '2030-01-01')`),
    'ledger.list_days(date,date)': published(`ledger.list_days('2020-01-01', '2030-01-01')`),
    'public.get_day_leaves(date,integer)': published(`public.get_day_leaves('2020-01-01', 0)`),
    'ledger.list_day_leaves(date,integer)': published(`ledger.list_day_leaves('2020-01-01', 0)`),
    'public.get_last_proof()': published('public.get_last_proof()'),
    'ledger.last_proof()': published('ledger.last_proof()'),
    'public.get_receipt(bigint)': receipt('public.get_receipt(0)'),
    'ledger.receipt(bigint)': receipt('ledger.receipt(0)'),
    'public.close_days()': job('public.close_days()'),
    'ledger.close_days(integer)': job('ledger.close_days(1)'),
    'public.prove_books()': job('public.prove_books()'),
    'ledger.prove_books()': job('ledger.prove_books()'),

    // For the closing and the proofs.
    'ledger.verify()': job('ledger.verify()'),
    'ledger.verify_new()': inside,
    'ledger.verify_days(date[])': inside,
    'ledger.verify_some_wallets(uuid[])': inside,
    'ledger.verify_sums_since(date)': inside,
    'ledger.day_holds(ledger.days)': inside,
    'ledger.close_day(date)': inside,
    'ledger.end_day()': inside,
    'ledger.sum_up_day(date,bigint)': inside,
    'ledger.list_day_pages(date)': inside,
    'ledger.list_day_actions(timestamp with time zone,timestamp with time zone)': inside,
    'ledger.hash_leaves(text)': inside,
    'ledger.tree_parents(bytea[])': inside,
    'ledger.tree_root(bytea[])': inside,
    'ledger.tree_path(bytea[],integer)': inside,
    'ledger.seal_of(ledger.days,bytea)': inside,
  },
  leaveTraces: closeOneDay,
};
