import type { Tables } from '../../../../lib/database.types';
import { yesOrNo } from '../../../bureau/list/choices';
import type { ListDefinition } from '../../../bureau/list/definition';
import { yesNo } from '../../../bureau/list/words';

type Row = Tables<'desk_questionnaires'>;

/** Every questionnaire, the one changed last first. */
export const questionnaireList: ListDefinition<Row> = {
  name: 'questionnaires',
  source: 'desk_questionnaires',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'changed', descending: true },
  roles: ['analyst'],
  columns: [
    {
      key: 'title',
      label: (t) => t.questionnaires.title,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.title_en : row.title_zh),
      sort: 'title_zh',
      link: (row) => `/bureau/questionnaires/${row.id}/`,
    },
    {
      key: 'template',
      label: (t) => t.questionnaires.isTemplate,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_template, t),
      sort: 'is_template',
    },
    {
      key: 'version',
      label: (t) => t.questionnaires.version,
      kind: 'number',
      value: (row) => row.published_version,
      sort: 'published_version',
      nullable: true,
    },
    {
      key: 'published',
      label: (t) => t.questionnaires.publishedAt,
      kind: 'moment',
      value: (row) => row.published_at,
      sort: 'published_at',
      nullable: true,
    },
    {
      key: 'changed',
      label: (t) => t.questionnaires.changedAt,
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
      key: 'template',
      label: (t) => t.questionnaires.isTemplate,
      column: 'is_template',
      kind: 'choice',
      choices: yesOrNo,
    },
  ],
};
