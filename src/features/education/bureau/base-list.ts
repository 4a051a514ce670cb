import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { wordOf, yesNo } from '../../bureau/list/words';
import { townColumn, townFilter } from './lists';

type Row = Tables<'desk_bases'>;

/** Bases in reach, by name. */
export const baseList: ListDefinition<Row> = {
  name: 'bases',
  source: 'desk_bases',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['host', 'editor'],
  columns: [
    {
      key: 'name',
      label: (t) => t.eventDesk.columns.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
      link: (row) => `/bureau/bases/${row.id}/`,
    },
    {
      key: 'kind',
      label: (t) => t.eventDesk.columns.kind,
      kind: 'text',
      value: (row, { t }) => wordOf(t.calendar.bases.kinds, row.kind),
      sort: 'kind',
    },
    townColumn(),
    {
      key: 'public',
      label: (t) => t.eventDesk.columns.isPublic,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_public, t),
      sort: 'is_public',
    },
    {
      key: 'provincial',
      label: (t) => t.eventDesk.columns.provincial,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_provincial, t),
      sort: 'is_provincial',
    },
    {
      key: 'demo',
      label: (t) => t.eventDesk.columns.demo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_demo, t),
      isExtra: true,
    },
    {
      key: 'changed',
      label: (t) => t.eventDesk.columns.changed,
      kind: 'moment',
      value: (row) => row.changed_at,
      sort: 'changed_at',
    },
  ],
  filters: [
    {
      key: 'kind',
      label: (t) => t.eventDesk.columns.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.calendar.bases.kinds),
    },
    townFilter(),
  ],
};
