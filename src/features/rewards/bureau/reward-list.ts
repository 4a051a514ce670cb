import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { mayEdit } from '../../bureau/access';
import { townChoices, yesOrNo } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';

type Row = Tables<'desk_rewards'>;

/** Every reward, open or not, by name. */
export const rewardList: ListDefinition<Row> = {
  name: 'rewards',
  source: 'desk_rewards',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['editor', 'administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.desk.catalogue.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
      link: (row, { roles }) => (mayEdit(roles) ? `/bureau/rewards/${row.id}/` : undefined),
    },
    {
      key: 'merchant',
      label: (t) => t.desk.catalogue.merchant,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.merchant_en : row.merchant_zh),
      sort: 'merchant_zh',
    },
    {
      key: 'town',
      label: (t) => t.desk.catalogue.town,
      kind: 'text',
      value: (row, { locale }) => (row.town_code ? townName(row.town_code, locale) : ''),
      sort: 'town_code',
      isExtra: true,
    },
    {
      key: 'kind',
      label: (t) => t.desk.catalogue.kind,
      kind: 'state',
      value: (row, { t }) => (row.kind ? t.rewards.kinds[row.kind] : ''),
      sort: 'kind',
    },
    {
      key: 'price',
      label: (t) => t.desk.catalogue.price,
      kind: 'number',
      value: (row) => row.price,
      sort: 'price',
    },
    {
      key: 'stock',
      label: (t) => t.desk.catalogue.stock,
      kind: 'number',
      value: (row) => row.stock,
      sort: 'stock',
    },
    {
      key: 'redeemed',
      label: (t) => t.desk.catalogue.redeemed,
      kind: 'number',
      value: (row) => row.redeemed,
      sort: 'redeemed',
    },
    {
      key: 'quotas',
      label: (t) => t.desk.catalogue.quotas,
      kind: 'text',
      value: (row) => `${row.quota_per_resident ?? '—'} / ${row.quota_per_household ?? '—'}`,
      isExtra: true,
    },
    {
      key: 'until',
      label: (t) => t.desk.catalogue.validUntil,
      kind: 'day',
      value: (row) => row.valid_until,
      sort: 'valid_until',
      isExtra: true,
    },
    {
      key: 'open',
      label: (t) => t.desk.catalogue.isOpen,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_open, t),
      sort: 'is_open',
    },
    {
      key: 'changed',
      label: (t) => t.desk.catalogue.changedAt,
      kind: 'moment',
      value: (row) => row.changed_at,
      sort: 'changed_at',
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
      key: 'open',
      label: (t) => t.desk.catalogue.isOpen,
      column: 'is_open',
      kind: 'choice',
      choices: yesOrNo,
    },
    {
      key: 'town',
      label: (t) => t.desk.catalogue.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
    {
      key: 'low',
      label: (t) => t.desk.catalogue.nearlyOut,
      column: 'is_nearly_out',
      kind: 'flag',
    },
  ],
};
