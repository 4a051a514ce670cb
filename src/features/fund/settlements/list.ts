import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { choicesOf, townChoices } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { wordOf, yesNo } from '../../bureau/list/words';

type Row = Tables<'desk_settlements'>;

/** Every month of every merchant, the latest first. */
export const settlementList: ListDefinition<Row> = {
  name: 'settlements',
  source: 'desk_settlements',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'month', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'month',
      label: (t) => t.fund.settlements.month,
      kind: 'text',
      value: (row) => row.month?.slice(0, 7) ?? '',
      sort: 'month',
      link: (row) => `/bureau/settlements/${row.id}/`,
    },
    {
      key: 'merchant',
      label: (t) => t.fund.settlements.merchant,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.merchant_en : row.merchant_zh),
      sort: 'merchant_zh',
    },
    {
      key: 'town',
      label: (t) => t.fund.settlements.town,
      kind: 'text',
      value: (row, { locale }) => townName(row.town_code, locale),
      sort: 'town_code',
      isExtra: true,
    },
    {
      key: 'vouchers',
      label: (t) => t.fund.settlements.vouchers,
      kind: 'number',
      value: (row) => row.vouchers,
      sort: 'vouchers',
    },
    {
      key: 'coins',
      label: (t) => t.fund.settlements.coins,
      kind: 'number',
      value: (row) => row.coins,
      sort: 'coins',
    },
    {
      key: 'amount',
      label: (t) => t.fund.settlements.amount,
      kind: 'number',
      value: (row) => (row.fen === null ? null : row.fen / 100),
      sort: 'fen',
      nullable: true,
    },
    {
      key: 'state',
      label: (t) => t.fund.settlements.state,
      kind: 'state',
      value: (row, { t }) => wordOf(t.fund.settlements.states, row.state),
      sort: 'state',
    },
    {
      key: 'paid',
      label: (t) => t.fund.settlements.paidAt,
      kind: 'moment',
      value: (row) => row.paid_at,
      sort: 'paid_at',
      nullable: true,
    },
    {
      key: 'demo',
      label: (t) => t.site.demo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_demo, t),
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'state',
      label: (t) => t.fund.settlements.state,
      column: 'state',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.fund.settlements.states),
    },
    {
      key: 'town',
      label: (t) => t.fund.settlements.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
    {
      key: 'months',
      label: (t) => t.fund.settlements.month,
      column: 'month',
      kind: 'days',
      of: 'day',
    },
  ],
};
