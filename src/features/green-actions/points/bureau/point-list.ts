import type { Tables } from '../../../../lib/database.types';
import { townName } from '../../../../lib/town-name';
import { mayEdit } from '../../../bureau/access';
import { choicesOf, townChoices, yesOrNo } from '../../../bureau/list/choices';
import type { ListDefinition } from '../../../bureau/list/definition';
import { wordOf, yesNo } from '../../../bureau/list/words';

type Row = Tables<'desk_points'>;

/** Every point, open or not, by name. */
export const pointList: ListDefinition<Row> = {
  name: 'points',
  source: 'desk_points',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['editor', 'administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.points.desk.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
      link: (row, { roles }) => (mayEdit(roles) ? `/bureau/points/${row.id}/` : undefined),
    },
    {
      key: 'handle',
      label: (t) => t.points.desk.handle,
      kind: 'text',
      value: (row) => row.handle,
      sort: 'handle',
      isExtra: true,
    },
    {
      key: 'action',
      label: (t) => t.points.desk.action,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.action_en : row.action_zh),
      sort: 'action_zh',
    },
    {
      key: 'town',
      label: (t) => t.points.desk.town,
      kind: 'text',
      value: (row, { locale }) => townName(row.town_code, locale),
      sort: 'town_code',
    },
    {
      key: 'kind',
      label: (t) => t.points.desk.kind,
      kind: 'state',
      value: (row, { t }) => wordOf(t.points.desk.kinds, row.kind),
      sort: 'kind',
    },
    {
      key: 'place',
      label: (t) => t.points.desk.hasPlace,
      kind: 'state',
      value: (row, { t }) => yesNo(row.has_place, t),
      isExtra: true,
    },
    {
      key: 'used',
      label: (t) => t.points.desk.usedToday,
      kind: 'number',
      value: (row) => row.used_today,
      sort: 'used_today',
    },
    {
      key: 'limit',
      label: (t) => t.points.desk.dailyLimit,
      kind: 'number',
      value: (row) => row.daily_limit,
      sort: 'daily_limit',
      nullable: true,
    },
    {
      key: 'open',
      label: (t) => t.points.desk.isOpen,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_open, t),
      sort: 'is_open',
    },
    {
      key: 'changed',
      label: (t) => t.points.desk.changedAt,
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
      label: (t) => t.points.desk.isOpen,
      column: 'is_open',
      kind: 'choice',
      choices: yesOrNo,
    },
    {
      key: 'kind',
      label: (t) => t.points.desk.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.points.desk.kinds),
    },
    {
      key: 'town',
      label: (t) => t.points.desk.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
  ],
};
