import { choicesOf } from '../../../bureau/list/choices';
import type { ListDefinition } from '../../../bureau/list/definition';
import type { Adjustment } from './api';

/** Every adjustment by hand, the newest first. */
export const adjustmentList: ListDefinition<Adjustment> = {
  name: 'adjustments',
  source: 'desk_adjustments',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'requested', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'requested',
      label: (t) => t.coinsDesk.adjustments.requestedAt,
      kind: 'moment',
      value: (row) => row.requested_at,
      sort: 'requested_at',
      link: (row) => `/bureau/adjustments/${row.id}/`,
    },
    {
      key: 'email',
      label: (t) => t.coinsDesk.adjustments.email,
      kind: 'text',
      value: (row, { t }) => row.email ?? t.coinsDesk.adjustments.gone,
      sort: 'email',
      nullable: true,
    },
    {
      key: 'change',
      label: (t) => t.coinsDesk.adjustments.change,
      kind: 'number',
      value: (row) => row.change,
      sort: 'change',
    },
    {
      key: 'reason',
      label: (t) => t.coinsDesk.adjustments.reason,
      kind: 'text',
      value: (row) => row.reason,
    },
    {
      key: 'status',
      label: (t) => t.coinsDesk.adjustments.status,
      kind: 'state',
      value: (row, { t }) => (row.status ? t.coinsDesk.adjustments.statuses[row.status] : null),
      sort: 'status',
    },
    {
      key: 'requester',
      label: (t) => t.coinsDesk.adjustments.requestedBy,
      kind: 'text',
      value: (row) => row.requested_by_email,
      sort: 'requested_by_email',
      nullable: true,
    },
    {
      key: 'decider',
      label: (t) => t.coinsDesk.adjustments.decidedBy,
      kind: 'text',
      value: (row) => row.decided_by_email,
      sort: 'decided_by_email',
      nullable: true,
    },
    {
      key: 'decided',
      label: (t) => t.coinsDesk.adjustments.decidedAt,
      kind: 'moment',
      value: (row) => row.decided_at,
      sort: 'decided_at',
      nullable: true,
      isExtra: true,
    },
    {
      key: 'note',
      label: (t) => t.coinsDesk.adjustments.note,
      kind: 'text',
      value: (row) => row.note,
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'status',
      label: (t) => t.coinsDesk.adjustments.status,
      column: 'status',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.coinsDesk.adjustments.statuses),
    },
    {
      key: 'requested',
      label: (t) => t.coinsDesk.adjustments.requestedAt,
      column: 'requested_at',
      kind: 'days',
      of: 'moment',
    },
  ],
};
