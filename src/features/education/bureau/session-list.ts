import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { wordOf } from '../../bureau/list/words';
import { baseColumn, baseFilter, townColumn, townFilter } from './lists';

type Row = Tables<'desk_sessions'>;

/** Sessions in reach, the latest first. */
export const sessionList: ListDefinition<Row> = {
  name: 'sessions',
  source: 'desk_sessions',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'starts', descending: true },
  roles: ['host', 'editor'],
  columns: [
    {
      key: 'starts',
      label: (t) => t.eventDesk.columns.starts,
      kind: 'moment',
      value: (row) => row.starts_at,
      sort: 'starts_at',
      link: (row) => `/bureau/events/${row.event_id}/sessions/${row.id}/`,
    },
    {
      key: 'title',
      label: (t) => t.eventDesk.columns.title,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.title_en : row.title_zh),
      sort: 'title_zh',
      link: (row) => `/bureau/events/${row.event_id}/`,
    },
    {
      key: 'status',
      label: (t) => t.eventDesk.columns.status,
      kind: 'state',
      value: (row, { t }) => wordOf(t.eventDesk.sessionStatus, row.status),
      sort: 'status',
    },
    {
      key: 'capacity',
      label: (t) => t.eventDesk.columns.capacity,
      kind: 'number',
      value: (row) => row.capacity,
      sort: 'capacity',
    },
    {
      key: 'taken',
      label: (t) => t.eventDesk.columns.taken,
      kind: 'number',
      value: (row) => row.seats_taken,
      sort: 'seats_taken',
    },
    {
      key: 'waiting',
      label: (t) => t.eventDesk.columns.waiting,
      kind: 'number',
      value: (row) => row.waiting,
      sort: 'waiting',
    },
    {
      key: 'place',
      label: (t) => t.eventDesk.columns.place,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.place_en : row.place_zh),
      isExtra: true,
    },
    {
      key: 'ends',
      label: (t) => t.eventDesk.columns.ends,
      kind: 'moment',
      value: (row) => row.ends_at,
      sort: 'ends_at',
      isExtra: true,
    },
    { ...baseColumn(), isExtra: true },
    { ...townColumn(), isExtra: true },
  ],
  filters: [
    {
      key: 'day',
      label: (t) => t.eventDesk.columns.starts,
      column: 'starts_at',
      kind: 'days',
      of: 'moment',
    },
    {
      key: 'status',
      label: (t) => t.eventDesk.columns.status,
      column: 'status',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.eventDesk.sessionStatus),
    },
    baseFilter(),
    townFilter(),
  ],
};
