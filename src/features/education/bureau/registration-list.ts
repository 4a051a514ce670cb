import type { Database } from '../../../lib/database.types';
import { choicesOf } from '../../bureau/list/choices';
import type { Column, ListDefinition } from '../../bureau/list/definition';
import { wordOf } from '../../bureau/list/words';
import type { DeskEvent } from './api';

type Row = Database['public']['Functions']['list_registrations']['Returns'][number];

interface Question {
  key: string;
  label_zh: string;
  label_en: string;
}

/** A column for each question that was asked, with what was answered. */
const answerColumns = (questions: Question[], isEnglish: boolean): Column<Row>[] =>
  questions.map(({ key, label_zh, label_en }) => ({
    key: `answer-${key}`,
    label: () => (isEnglish ? label_en : label_zh),
    kind: 'text',
    value: ({ answers }) => (answers as Record<string, string>)[key] ?? null,
  }));

/** Who registered for a session of an event, for the hosts of its base. */
export function registrationList(
  sessionId: string,
  event: Pick<DeskEvent, 'kind' | 'questions'>,
  isEnglish: boolean,
): ListDefinition<Row> {
  const standpoint: Column<Row> = {
    key: 'standpoint',
    label: (t) => t.registration.form.standpoint,
    kind: 'state',
    value: (row, { t }) => wordOf(t.registration.form.standpoints, row.standpoint),
    sort: 'standpoint',
    nullable: true,
  };
  return {
    name: 'registrations',
    source: { call: 'list_registrations', args: { p_session_id: sessionId } },
    select: '*',
    id: 'id',
    search: 'search',
    order: { key: 'name', descending: false },
    roles: ['host'],
    columns: [
      {
        key: 'name',
        label: (t) => t.print.sheet.name,
        kind: 'text',
        value: ({ name }) => name,
        sort: 'name',
      },
      {
        key: 'people',
        label: (t) => t.eventDesk.columns.people,
        kind: 'number',
        value: ({ people }) => people,
        sort: 'people',
      },
      {
        key: 'status',
        label: (t) => t.eventDesk.columns.status,
        kind: 'state',
        value: (row, { t }) => wordOf(t.eventDesk.registrationStatus, row.status),
        sort: 'status',
      },
      {
        key: 'attended',
        label: (t) => t.eventDesk.columns.attended,
        kind: 'number',
        value: (row) => row.attended_people,
        sort: 'attended_people',
        nullable: true,
      },
      ...(event.kind === 'hearing' ? [standpoint] : []),
      ...answerColumns(event.questions as unknown as Question[], isEnglish),
      {
        key: 'code',
        label: (t) => t.eventDesk.columns.code,
        kind: 'text',
        value: (row) => row.code_end,
        isExtra: true,
      },
      {
        key: 'registered',
        label: (t) => t.eventDesk.columns.registered,
        kind: 'moment',
        value: (row) => row.registered_at,
        sort: 'registered_at',
        isExtra: true,
      },
    ],
    filters: [
      {
        key: 'status',
        label: (t) => t.eventDesk.columns.status,
        column: 'status',
        kind: 'choice',
        choices: ({ t }) => choicesOf(t.eventDesk.registrationStatus),
      },
      { key: 'came', label: (t) => t.eventDesk.columns.attended, column: 'came', kind: 'flag' },
    ],
  };
}
