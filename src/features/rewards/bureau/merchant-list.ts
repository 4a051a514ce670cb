import { inLocale } from '../../../i18n/locale';
import type { Tables } from '../../../lib/database.types';
import { type TownCode, towns } from '../../../lib/towns';
import type { ListDefinition } from '../../bureau/list/definition';

type Row = Tables<'desk_merchants'>;

/** Every merchant, by name. */
export const merchantList: ListDefinition<Row> = {
  name: 'merchants',
  source: 'desk_merchants',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['editor', 'administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.desk.merchants.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
    },
    {
      key: 'other',
      label: (t) => t.desk.merchants.otherName,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_zh : row.name_en),
      sort: 'name_en',
    },
    {
      key: 'town',
      label: (t) => t.desk.merchants.town,
      kind: 'text',
      value: (row, { locale }) => inLocale(towns[row.town_code as TownCode], locale),
      sort: 'town_code',
    },
    {
      key: 'demo',
      label: (t) => t.site.demo,
      kind: 'state',
      value: (row, { t }) => (row.is_demo ? t.desk.list.yes : t.desk.list.no),
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'town',
      label: (t) => t.desk.merchants.town,
      column: 'town_code',
      kind: 'choice',
      choices: ({ locale }) =>
        Object.entries(towns).map(([value, town]) => ({ value, label: inLocale(town, locale) })),
    },
  ],
};
