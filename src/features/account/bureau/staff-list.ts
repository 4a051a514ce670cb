import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { choicesOf, townChoices } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';

type Row = Tables<'desk_staff'>;

/** Who works here as what, the newest first. */
export const staffList: ListDefinition<Row> = {
  name: 'people',
  source: 'desk_staff',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'granted', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'email',
      label: (t) => t.bureau.email,
      kind: 'text',
      value: (row) => row.email,
      sort: 'email',
      nullable: true,
    },
    {
      key: 'role',
      label: (t) => t.bureau.role,
      kind: 'state',
      value: (row, { t }) => (row.role ? t.bureau.roles[row.role] : null),
      sort: 'role',
    },
    {
      key: 'merchant',
      label: (t) => t.bureau.merchant,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.merchant_en : row.merchant_zh),
    },
    {
      key: 'base',
      label: (t) => t.desk.people.base,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.base_en : row.base_zh),
    },
    {
      key: 'town',
      label: (t) => t.desk.people.town,
      kind: 'text',
      value: (row, { locale }) => townName(row.town_code, locale),
    },
    {
      key: 'granted',
      label: (t) => t.desk.people.grantedAt,
      kind: 'moment',
      value: (row) => row.granted_at,
      sort: 'granted_at',
    },
    {
      key: 'by',
      label: (t) => t.desk.people.grantedBy,
      kind: 'text',
      value: (row) => row.granted_by,
    },
  ],
  filters: [
    {
      key: 'role',
      label: (t) => t.bureau.role,
      column: 'role',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.bureau.roles),
    },
    {
      key: 'town',
      label: (t) => t.desk.people.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
  ],
};
