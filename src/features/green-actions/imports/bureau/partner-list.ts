import type { Tables } from '../../../../lib/database.types';
import { yesOrNo } from '../../../bureau/list/choices';
import type { ListDefinition } from '../../../bureau/list/definition';
import { yesNo } from '../../../bureau/list/words';

/** Every partner, by name. */
export const partnerList: ListDefinition<Tables<'desk_partners'>> = {
  name: 'partners',
  source: 'desk_partners',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.imports.partners.name,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.name_en : row.name_zh),
      sort: 'name_zh',
      link: (row) => `/bureau/partners/${row.id}/`,
    },
    {
      key: 'action',
      label: (t) => t.imports.partners.action,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.action_en : row.action_zh),
      sort: 'action_zh',
    },
    {
      key: 'unit',
      label: (t) => t.imports.partners.unit,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.unit_en : row.unit_zh),
      isExtra: true,
    },
    {
      key: 'members',
      label: (t) => t.imports.partners.members,
      kind: 'number',
      value: (row) => row.members,
      sort: 'members',
    },
    {
      key: 'open',
      label: (t) => t.imports.partners.isOpen,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_open, t),
      sort: 'is_open',
    },
    {
      key: 'changed',
      label: (t) => t.imports.partners.changedAt,
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
      label: (t) => t.imports.partners.isOpen,
      column: 'is_open',
      kind: 'choice',
      choices: yesOrNo,
    },
  ],
};
