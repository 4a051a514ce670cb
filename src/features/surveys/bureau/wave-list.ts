import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';

type Row = Tables<'desk_waves'>;
type State = 'draft' | 'coming' | 'open' | 'over';

/** Every wave, the newest first; for interviewers those they can enter answers to. */
export const waveList: ListDefinition<Row> = {
  name: 'waves',
  source: 'desk_waves',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'opens', descending: true },
  roles: ['analyst', 'interviewer'],
  columns: [
    {
      key: 'title',
      label: (t) => t.desk.waves.title,
      kind: 'text',
      value: (row, { locale }) => (locale === 'en' ? row.title_en : row.title_zh),
      link: (row, { roles }) =>
        roles.includes('analyst') ? `/bureau/waves/${row.id}/` : `/bureau/waves/${row.id}/enter/`,
    },
    {
      key: 'series',
      label: (t) => t.desk.waves.series,
      kind: 'state',
      value: (row, { t }) => (row.series ? t.desk.waves.kinds[row.series] : null),
      sort: 'series',
    },
    {
      key: 'state',
      label: (t) => t.desk.waves.state,
      kind: 'state',
      value: (row, { t }) => (row.state ? t.desk.waves.states[row.state as State] : null),
    },
    {
      key: 'opens',
      label: (t) => t.desk.waves.opens,
      kind: 'day',
      value: (row) => row.opens_on,
      sort: 'opens_on',
    },
    {
      key: 'closes',
      label: (t) => t.desk.waves.closes,
      kind: 'day',
      value: (row) => row.closes_on,
      sort: 'closes_on',
    },
    {
      key: 'answers',
      label: (t) => t.desk.waves.answers,
      kind: 'number',
      value: (row) => row.answers,
      sort: 'answers',
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
      key: 'series',
      label: (t) => t.desk.waves.series,
      column: 'series',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.desk.waves.kinds),
    },
    {
      key: 'state',
      label: (t) => t.desk.waves.state,
      column: 'state',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.desk.waves.states),
    },
    {
      key: 'opens',
      label: (t) => t.desk.waves.opens,
      column: 'opens_on',
      kind: 'days',
      of: 'day',
    },
  ],
};
