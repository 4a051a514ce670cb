import { inLocale } from '../../../i18n/locale';
import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';

type Row = Tables<'fund_pledges'>;

/** Every pledge, the latest first. */
export const pledgeList: ListDefinition<Row> = {
  name: 'pledges',
  source: 'fund_pledges',
  select:
    'id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at, is_demo, version, changed_at',
  id: 'id',
  order: { key: 'pledged', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'sponsor',
      label: (t) => t.fund.sponsor,
      kind: 'text',
      value: (row, { locale }) => inLocale({ zh: row.sponsor_zh, en: row.sponsor_en }, locale),
      sort: 'sponsor_zh',
      link: (row) => `/bureau/fund/pledges/${row.id}/`,
    },
    {
      key: 'kind',
      label: (t) => t.fund.kind,
      kind: 'state',
      value: (row, { t }) => t.fund.kinds[row.kind],
      sort: 'kind',
    },
    {
      key: 'amount',
      label: (t) => t.fund.desk.fields.fen,
      kind: 'number',
      value: (row) => row.fen / 100,
      sort: 'fen',
    },
    {
      key: 'pledged',
      label: (t) => t.fund.pledgedOn,
      kind: 'day',
      value: (row) => row.pledged_on,
      sort: 'pledged_on',
    },
    {
      key: 'withdrawn',
      label: (t) => t.fund.desk.withdrawnAt,
      kind: 'moment',
      value: (row) => row.withdrawn_at,
      sort: 'withdrawn_at',
      nullable: true,
    },
    {
      key: 'changed',
      label: (t) => t.fund.desk.changedAt,
      kind: 'moment',
      value: (row) => row.changed_at,
      sort: 'changed_at',
      isExtra: true,
    },
    {
      key: 'demo',
      label: (t) => t.site.demo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_demo, t),
    },
  ],
  filters: [
    {
      key: 'kind',
      label: (t) => t.fund.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.fund.kinds),
    },
    {
      key: 'days',
      label: (t) => t.fund.pledgedOn,
      column: 'pledged_on',
      kind: 'days',
      of: 'day',
    },
  ],
};
