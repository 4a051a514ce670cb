import type { Tables } from '../../../../lib/database.types';
import { choicesOf, yesOrNo } from '../../../bureau/list/choices';
import type { ListDefinition } from '../../../bureau/list/definition';
import { yesNo } from '../../../bureau/list/words';

type Row = Tables<'desk_prices'>;

/** The price list, in its order, what is closed with it. */
export const priceList: ListDefinition<Row> = {
  name: 'prices',
  source: 'desk_prices',
  select: '*',
  id: 'code',
  search: 'search',
  order: { key: 'position', descending: false },
  roles: ['editor', 'analyst', 'administrator'],
  columns: [
    {
      key: 'position',
      label: (t) => t.desk.prices.position,
      kind: 'number',
      value: (row) => row.position,
      sort: 'position',
    },
    {
      key: 'action',
      label: (t) => t.desk.prices.action,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      link: (row) => (row.code ? `/bureau/prices/${row.code}/` : undefined),
    },
    {
      key: 'coins',
      label: (t) => t.desk.prices.coins,
      kind: 'number',
      value: (row) => row.coins,
      sort: 'coins',
    },
    {
      key: 'proof',
      label: (t) => t.desk.prices.proof,
      kind: 'state',
      value: (row, { t }) => (row.proof ? t.act.proof[row.proof] : null),
      sort: 'proof',
    },
    {
      key: 'review',
      label: (t) => t.desk.prices.review,
      kind: 'state',
      value: (row, { t }) => (row.review ? t.act.review[row.review] : null),
    },
    {
      key: 'daily',
      label: (t) => t.desk.prices.daily,
      kind: 'number',
      value: (row) => row.daily_cap,
      sort: 'daily_cap',
    },
    {
      key: 'weekly',
      label: (t) => t.desk.prices.weekly,
      kind: 'number',
      value: (row) => row.weekly_cap,
      sort: 'weekly_cap',
    },
    {
      key: 'yearly',
      label: (t) => t.prices.desk.yearly,
      kind: 'number',
      value: (row) => row.yearly_cap,
      sort: 'yearly_cap',
      isExtra: true,
    },
    {
      key: 'coolDown',
      label: (t) => t.prices.desk.coolDown,
      kind: 'number',
      value: (row) => row.cool_down_hours,
      sort: 'cool_down_hours',
      isExtra: true,
    },
    {
      key: 'nextFrom',
      label: (t) => t.prices.desk.nextFrom,
      kind: 'day',
      value: (row) => row.next_from,
      sort: 'next_from',
      nullable: true,
    },
    {
      key: 'nextCoins',
      label: (t) => t.prices.desk.nextCoins,
      kind: 'number',
      value: (row) => row.next_coins,
      sort: 'next_coins',
      nullable: true,
    },
    {
      key: 'section',
      label: (t) => t.desk.prices.section,
      kind: 'text',
      value: (row) => row.plan_section,
    },
    {
      key: 'open',
      label: (t) => t.desk.prices.isOpen,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_open, t),
      sort: 'is_open',
    },
    {
      key: 'code',
      label: (t) => t.desk.prices.code,
      kind: 'text',
      value: (row) => row.code,
      sort: 'code',
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'proof',
      label: (t) => t.desk.prices.proof,
      column: 'proof',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.act.proof),
    },
    {
      key: 'open',
      label: (t) => t.desk.prices.isOpen,
      column: 'is_open',
      kind: 'choice',
      choices: yesOrNo,
    },
  ],
};
