import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { choicesOf, townChoices } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { kinds } from '../schema';

type Row = Tables<'desk_feedback'>;

/**
 * The reports of somebody's towns, those that are due first on top.
 * @param departments names of the departments by code, in the reader's language
 */
export const feedbackList = (departments: Record<string, string>): ListDefinition<Row> => ({
  name: 'feedback',
  source: 'desk_feedback',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'number', descending: true },
  roles: ['moderator', 'editor'],
  columns: [
    {
      key: 'number',
      label: (t) => t.feedback.bureau.number,
      kind: 'number',
      value: ({ number }) => number,
      sort: 'number',
      link: ({ id }) => `/bureau/feedback/${id}/`,
    },
    {
      key: 'text',
      label: (t) => t.feedback.bureau.text,
      kind: 'text',
      value: ({ public_text }, { t }) => public_text?.slice(0, 80) || t.feedback.bureau.notLooked,
      link: ({ id }) => `/bureau/feedback/${id}/`,
    },
    {
      key: 'status',
      label: (t) => t.feedback.bureau.status,
      kind: 'state',
      value: ({ status }, { t }) => status && t.feedback.statuses[status],
      sort: 'status',
    },
    {
      key: 'late',
      label: (t) => t.feedback.bureau.late,
      kind: 'state',
      value: ({ is_overdue }, { t }) =>
        is_overdue ? t.feedback.bureau.isLate : t.feedback.bureau.inTime,
    },
    {
      key: 'due',
      label: (t) => t.feedback.bureau.dueOn,
      kind: 'day',
      value: ({ due_on }) => due_on,
      sort: 'due_on',
    },
    {
      key: 'kind',
      label: (t) => t.feedback.bureau.kind,
      kind: 'text',
      value: ({ kind }, { t }) => kind && t.feedback.kinds[kind],
      sort: 'kind',
    },
    {
      key: 'town',
      label: (t) => t.feedback.bureau.town,
      kind: 'text',
      value: ({ town_code }, { locale, t }) => townName(town_code, locale) ?? t.feedback.anywhere,
      sort: 'town_code',
      nullable: true,
    },
    {
      key: 'department',
      label: (t) => t.feedback.bureau.department,
      kind: 'text',
      value: ({ department }) => department && (departments[department] ?? department),
      sort: 'department',
      nullable: true,
    },
    {
      key: 'received',
      label: (t) => t.feedback.bureau.receivedAt,
      kind: 'moment',
      value: ({ received_at }) => received_at,
      sort: 'received_at',
    },
    {
      key: 'public',
      label: (t) => t.feedback.bureau.isPublic,
      kind: 'state',
      value: ({ is_public }, { t }) => (is_public ? t.feedback.bureau.yes : t.feedback.bureau.no),
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'status',
      label: (t) => t.feedback.bureau.status,
      column: 'status',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.feedback.statuses),
    },
    {
      key: 'kind',
      label: (t) => t.feedback.bureau.kind,
      column: 'kind',
      kind: 'choice',
      choices: ({ t }) => kinds.map((value) => ({ value, label: t.feedback.kinds[value] })),
    },
    {
      key: 'town',
      label: (t) => t.feedback.bureau.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
    {
      key: 'department',
      label: (t) => t.feedback.bureau.department,
      column: 'department',
      kind: 'choice',
      choices: () => choicesOf(departments),
    },
    { key: 'late', label: (t) => t.feedback.bureau.late, column: 'is_overdue', kind: 'flag' },
    {
      key: 'received',
      label: (t) => t.feedback.bureau.receivedAt,
      column: 'received_at',
      kind: 'days',
      of: 'moment',
    },
  ],
});
