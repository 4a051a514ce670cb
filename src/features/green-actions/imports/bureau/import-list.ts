import type { Tables } from '../../../../lib/database.types';
import type { ListDefinition } from '../../../bureau/list/definition';

/** Every file that was posted, the newest first. */
export const importList: ListDefinition<Tables<'desk_imports'>> = {
  name: 'imports',
  source: 'desk_imports',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'posted', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'posted',
      label: (t) => t.imports.desk.postedAt,
      kind: 'moment',
      value: (row) => row.posted_at,
      sort: 'posted_at',
      link: (row) => `/bureau/imports/${row.id}/`,
    },
    {
      key: 'partner',
      label: (t) => t.imports.desk.partner,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
    },
    {
      key: 'file',
      label: (t) => t.imports.desk.fileName,
      kind: 'text',
      value: (row) => row.file_name,
      sort: 'file_name',
    },
    {
      key: 'rows',
      label: (t) => t.imports.desk.rows,
      kind: 'number',
      value: (row) => row.rows,
      sort: 'rows',
    },
    {
      key: 'accepted',
      label: (t) => t.imports.desk.accepted,
      kind: 'number',
      value: (row) => row.accepted,
      sort: 'accepted',
    },
    {
      key: 'rejected',
      label: (t) => t.imports.desk.rejectedRows,
      kind: 'number',
      value: (row) => row.rejected,
      sort: 'rejected',
    },
    {
      key: 'coins',
      label: (t) => t.imports.desk.coins,
      kind: 'number',
      value: (row) => row.coins,
      sort: 'coins',
    },
  ],
  filters: [
    {
      key: 'posted',
      label: (t) => t.imports.desk.postedAt,
      column: 'posted_at',
      kind: 'days',
      of: 'moment',
    },
  ],
};
