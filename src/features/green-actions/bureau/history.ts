import { inLocale } from '../../../i18n/locale';
import type { Tables } from '../../../lib/database.types';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';

type Row = Tables<'desk_action_logs'>;
const statuses = ['pending', 'approved', 'rejected'] as const;

/** Every action log with what became of it, newest first. */
export const moderationHistory: ListDefinition<Row> = {
  name: 'moderation',
  source: 'desk_action_logs',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'logged', descending: true },
  roles: ['moderator'],
  columns: [
    {
      key: 'logged',
      label: (t) => t.desk.moderation.loggedAt,
      kind: 'moment',
      value: (row) => row.logged_at,
      sort: 'logged_at',
    },
    {
      key: 'action',
      label: (t) => t.desk.moderation.action,
      kind: 'text',
      value: (row, { locale }) =>
        inLocale({ zh: row.name_zh ?? '', en: row.name_en ?? '' }, locale),
    },
    { key: 'note', label: (t) => t.desk.moderation.note, kind: 'text', value: (row) => row.note },
    {
      key: 'coins',
      label: (t) => t.desk.moderation.coins,
      kind: 'number',
      value: (row) => row.coins,
      sort: 'coins',
    },
    {
      key: 'status',
      label: (t) => t.desk.moderation.status,
      kind: 'state',
      value: (row, { t }) => (row.status ? t.desk.moderation.statuses[row.status] : null),
      sort: 'status',
    },
    {
      key: 'reason',
      label: (t) => t.desk.moderation.reason,
      kind: 'text',
      value: (row, { t }) => (row.reason ? t.bureau.reasons[row.reason] : null),
    },
    {
      key: 'words',
      label: (t) => t.desk.moderation.reasonNote,
      kind: 'text',
      value: (row) => row.reason_note,
      isExtra: true,
    },
    {
      key: 'photo',
      label: (t) => t.desk.moderation.photo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.has_photo, t),
      isExtra: true,
    },
    {
      key: 'decided',
      label: (t) => t.desk.moderation.decidedAt,
      kind: 'moment',
      value: (row) => row.decided_at,
      sort: 'decided_at',
      nullable: true,
    },
  ],
  filters: [
    {
      key: 'status',
      label: (t) => t.desk.moderation.status,
      column: 'status',
      kind: 'choice',
      choices: ({ t }) =>
        statuses.map((value) => ({ value, label: t.desk.moderation.statuses[value] })),
    },
    {
      key: 'reason',
      label: (t) => t.desk.moderation.reason,
      column: 'reason',
      kind: 'choice',
      choices: ({ t }) =>
        Object.entries(t.bureau.reasons).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'logged',
      label: (t) => t.desk.moderation.loggedAt,
      column: 'logged_at',
      kind: 'days',
      of: 'moment',
    },
  ],
};
