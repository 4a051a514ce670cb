import type { Tables } from '../../../lib/database.types';
import { choicesOf } from '../list/choices';
import type { ListDefinition } from '../list/definition';
import { actName, kindName } from './words';

type Row = Tables<'audit_view'>;

/** Who did what to what, when and from where, the newest first. */
export const auditList: ListDefinition<Row> = {
  name: 'audit',
  source: 'audit_view',
  select: 'id, at, actor, act, subject_kind, subject_id, address, agent',
  id: 'id',
  search: 'search',
  order: { key: 'at', descending: true },
  roles: ['administrator'],
  columns: [
    {
      key: 'at',
      label: (t) => t.desk.audit.at,
      kind: 'moment',
      value: (row) => row.at,
      sort: 'at',
      link: (row) => `/bureau/audit/${row.id}/`,
    },
    { key: 'actor', label: (t) => t.desk.audit.actor, kind: 'text', value: (row) => row.actor },
    {
      key: 'act',
      label: (t) => t.desk.audit.act,
      kind: 'text',
      value: (row, { t }) => actName(row.act ?? '', t),
      sort: 'act',
    },
    {
      key: 'kind',
      label: (t) => t.desk.audit.kind,
      kind: 'text',
      value: (row, { t }) => kindName(row.subject_kind ?? '', t),
      sort: 'subject_kind',
    },
    {
      key: 'subject',
      label: (t) => t.desk.audit.subject,
      kind: 'text',
      value: (row) => row.subject_id,
    },
    {
      key: 'address',
      label: (t) => t.desk.audit.address,
      kind: 'text',
      value: (row) => row.address,
    },
    {
      key: 'agent',
      label: (t) => t.desk.audit.agent,
      kind: 'text',
      value: (row) => row.agent,
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'act',
      label: (t) => t.desk.audit.act,
      column: 'act',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.desk.audit.acts),
    },
    {
      key: 'kind',
      label: (t) => t.desk.audit.kind,
      column: 'subject_kind',
      kind: 'choice',
      choices: ({ t }) => choicesOf(t.desk.audit.kinds),
    },
    { key: 'at', label: (t) => t.desk.audit.at, column: 'at', kind: 'days', of: 'moment' },
  ],
};
