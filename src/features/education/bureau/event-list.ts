import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { wordOf, yesNo } from '../../bureau/list/words';
import { baseColumn, baseFilter, townColumn, townFilter } from './lists';

type Row = Tables<'desk_events'>;

/** Events in reach, those changed last first. */
export const eventList: ListDefinition<Row> = {
  name: 'events',
  source: 'desk_events',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'changed', descending: true },
  roles: ['host', 'editor'],
  columns: [
    {
      key: 'title',
      label: (t) => t.eventDesk.columns.title,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.title_en : row.title_zh),
      sort: 'title_zh',
      link: (row) => `/bureau/events/${row.id}/`,
    },
    {
      key: 'status',
      label: (t) => t.eventDesk.columns.status,
      kind: 'state',
      value: (row, { t }) => wordOf(t.eventDesk.status, row.status),
      sort: 'status',
    },
    baseColumn(),
    {
      key: 'kind',
      label: (t) => t.eventDesk.columns.kind,
      kind: 'text',
      value: (row, { t }) => wordOf(t.calendar.kinds, row.kind),
      sort: 'kind',
    },
    {
      key: 'theme',
      label: (t) => t.eventDesk.columns.theme,
      kind: 'text',
      value: (row, { t }) => (row.theme === 'none' ? '' : wordOf(t.calendar.themes, row.theme)),
      sort: 'theme',
      isExtra: true,
    },
    { ...townColumn(), isExtra: true },
    {
      key: 'coins',
      label: (t) => t.eventDesk.columns.coins,
      kind: 'number',
      value: (row) => row.coins,
      sort: 'coins',
      isExtra: true,
    },
    {
      key: 'published',
      label: (t) => t.eventDesk.columns.published,
      kind: 'moment',
      value: (row) => row.published_at,
      sort: 'published_at',
      nullable: true,
      isExtra: true,
    },
    {
      key: 'changed',
      label: (t) => t.eventDesk.columns.changed,
      kind: 'moment',
      value: (row) => row.changed_at,
      sort: 'changed_at',
    },
    {
      key: 'demo',
      label: (t) => t.eventDesk.columns.demo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_demo, t),
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'status',
      label: (t) => t.eventDesk.columns.status,
      column: 'status',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.eventDesk.status),
    },
    baseFilter(),
    {
      key: 'kind',
      label: (t) => t.eventDesk.columns.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.calendar.kinds),
    },
    townFilter(),
  ],
};
