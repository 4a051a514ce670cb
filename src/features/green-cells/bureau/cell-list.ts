import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { mayEdit } from '../../bureau/access';
import { townChoices, yesOrNo } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';
import { registeredKinds } from './content';

type Row = Tables<'desk_cells'>;

/** Every green cell that is no family, by name. */
export const cellList: ListDefinition<Row> = {
  name: 'cells',
  source: 'desk_cells',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['editor', 'administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.greenCells.desk.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
      link: (row, { roles }) => (mayEdit(roles) ? `/bureau/cells/${row.id}/` : undefined),
    },
    {
      key: 'kind',
      label: (t) => t.greenCells.desk.kind,
      kind: 'state',
      value: (row, { t }) => (row.kind ? t.greenCells.kinds[row.kind] : ''),
      sort: 'kind',
    },
    {
      key: 'town',
      label: (t) => t.greenCells.desk.town,
      kind: 'text',
      value: (row, { locale }) => townName(row.town_code, locale),
      sort: 'town_code',
    },
    {
      key: 'members',
      label: (t) => t.greenCells.desk.members,
      kind: 'number',
      value: (row) => row.members,
      sort: 'members',
    },
    {
      key: 'open',
      label: (t) => t.greenCells.desk.isOpen,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_open, t),
      sort: 'is_open',
    },
    {
      key: 'changed',
      label: (t) => t.greenCells.desk.changedAt,
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
      key: 'kind',
      label: (t) => t.greenCells.desk.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) =>
        registeredKinds.map((kind) => ({ value: kind, label: t.greenCells.kinds[kind] })),
    },
    {
      key: 'town',
      label: (t) => t.greenCells.desk.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
    {
      key: 'open',
      label: (t) => t.greenCells.desk.isOpen,
      column: 'is_open',
      kind: 'choice',
      choices: yesOrNo,
    },
  ],
};
