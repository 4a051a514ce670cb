import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { zhCN } from '../../../src/i18n/zh-CN.ts';
import { addStaff, giveRole, type Resident } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import {
  eventContent,
  json,
  newBase,
  newEvent,
  newSession,
  register,
  sessionContent,
} from '../../support/education.ts';
import { refusalOf } from '../../support/refusals.ts';

// Somebody who may do everything, so that nonsense meets the bodies and not the gate.
let caller: Resident;
let known: string[];
const content: Record<string, unknown> = {};

beforeAll(async () => {
  const base = await newBase();
  caller = await addStaff('editor');
  await giveRole(caller, 'host');
  const event = await newEvent({ baseId: base, questions: [{ key: 'a', required: true }] });
  const session = await newSession({ eventId: event, starts: '10 minutes' });
  const draft = await newEvent({ baseId: base, status: 'draft', kind: 'hearing' });
  const { id } = await register(caller, session, { answers: { a: 'x' } });
  known = [base, event, session, draft, id];
  Object.assign(content, eventContent(base));
});

const sentences = Object.keys(
  Object.assign({}, zhCN.errors, zhCN.education.errors, zhCN.checkIn.errors, zhCN.desk.errors),
);

const id = fc.oneof(
  fc.nat(4).map((place) => () => known[place] ?? null),
  fc.constant(() => randomUUID()),
  fc.constant(() => null),
);
const number = fc.constantFrom(null, 0, 1, 2, 5, -1, 2_147_483_647, -2_147_483_648);
const text = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0001',
    '’; drop table x;--',
    '%',
    '\\',
    '🌿'.repeat(30),
    'x'.repeat(20_000),
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 12 }).map((one) => one.replaceAll('\u0000', '')),
);
const scalar = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constantFrom(1e300, -0.5, '2026-02-30T00:00:00Z', '2027-01-01T00:00:00Z', [], {}),
);
/** Something that may have been a form: the right fields with wrong things in them, or anything at all. */
const form = fc.oneof(
  fc.json().map((one) => () => JSON.parse(one.replaceAll('\\u0000', ''))),
  fc
    .dictionary(
      fc.constantFrom(
        ...Object.keys(eventContent('')),
        'coins',
        'languages',
        'questions',
        'except_on',
        'minimum_age',
      ),
      scalar,
    )
    .map((wrong) => () => ({ ...content, ...wrong })),
);
const sessions = fc.oneof(
  form,
  fc
    .array(fc.dictionary(fc.constantFrom('id', ...Object.keys(sessionContent())), scalar), {
      maxLength: 3,
    })
    .map((list) => () => list.map((wrong) => ({ ...sessionContent(), ...wrong }))),
);
const scans = fc.oneof(
  form,
  fc
    .array(
      fc.dictionary(
        fc.constantFrom(
          'nonce',
          'kind',
          'undoes',
          'registration_id',
          'code',
          'people',
          'how',
          'scanned_at',
        ),
        scalar,
      ),
      { maxLength: 4 },
    )
    .map(
      (list) => () =>
        list.map((wrong) => ({
          nonce: randomUUID(),
          kind: 'arrive',
          how: 'walk_in',
          scanned_at: new Date().toISOString(),
          ...wrong,
        })),
    ),
);

type Make<Value = unknown> = () => Value;
const value = <Value>(arbitrary: fc.Arbitrary<Value>) => arbitrary.map((one) => () => one);
const calls: [
  string,
  fc.Arbitrary<Make>[],
  (tx: Transaction, args: never[]) => Promise<unknown>,
][] = [
  [
    'register_for_session',
    [
      id,
      id,
      value(text),
      value(number),
      value(number),
      form,
      value(fc.constantFrom(null, 'for')),
      value(fc.constantFrom(null, true)),
    ],
    (tx, [a, b, c, d, e, f, g, h]) =>
      tx`select public.register_for_session(${a ?? null}, ${b ?? null}, ${c ?? null}, ${d ?? null}, ${e ?? null},
        ${json(f)}::text::jsonb, ${g ?? null}, ${h ?? null})`,
  ],
  ['cancel_registration', [id], (tx, [a]) => tx`select public.cancel_registration(${a ?? null})`],
  ['confirm_offer', [id], (tx, [a]) => tx`select public.confirm_offer(${a ?? null})`],
  [
    'check_in_with_code',
    [id, value(text), id],
    (tx, [a, b, c]) =>
      tx`select public.check_in_with_code(${a ?? null}, ${b ?? null}, ${c ?? null})`,
  ],
  [
    'issue_certificate',
    [id, value(text)],
    (tx, [a, b]) => tx`select public.issue_certificate(${a ?? null}, ${b ?? null})`,
  ],
  [
    'verify_certificate',
    [value(text)],
    (tx, [a]) => tx`select public.verify_certificate(${a ?? null})`,
  ],
  [
    'answer_event',
    [id, value(number), value(number), value(text)],
    (tx, [a, b, c, d]) =>
      tx`select public.answer_event(${a ?? null}, ${b ?? null}, ${c ?? null}, ${d ?? null})`,
  ],
  [
    'get_education_totals',
    [value(number)],
    (tx, [a]) => tx`select public.get_education_totals(${a ?? null})`,
  ],
  ['get_check_in_list', [id], (tx, [a]) => tx`select public.get_check_in_list(${a ?? null})`],
  [
    'record_check_ins',
    [id, value(text), scans],
    (tx, [a, b, c]) =>
      tx`select public.record_check_ins(${a ?? null}, ${b ?? null}, ${json(c)}::text::jsonb)`,
  ],
  ['get_session_report', [id], (tx, [a]) => tx`select public.get_session_report(${a ?? null})`],
  [
    'save_event',
    [id, value(number), form, sessions, id],
    (tx, [a, b, c, d, e]) =>
      tx`select public.save_event(${a ?? null}, ${b ?? null}, ${json(c)}::text::jsonb, ${json(d)}::text::jsonb, ${e ?? null})`,
  ],
  [
    'save_base',
    [id, value(number), form, id],
    (tx, [a, b, c, d]) =>
      tx`select public.save_base(${a ?? null}, ${b ?? null}, ${json(c)}::text::jsonb, ${d ?? null})`,
  ],
  [
    'submit_event',
    [id, value(number)],
    (tx, [a, b]) => tx`select public.submit_event(${a ?? null}, ${b ?? null})`,
  ],
  [
    'publish_event',
    [id, value(number)],
    (tx, [a, b]) => tx`select public.publish_event(${a ?? null}, ${b ?? null})`,
  ],
  [
    'cancel_event',
    [id, value(number), value(text), value(text)],
    (tx, [a, b, c, d]) =>
      tx`select public.cancel_event(${a ?? null}, ${b ?? null}, ${c ?? null}, ${d ?? null})`,
  ],
  [
    'cancel_session',
    [id, value(text), value(text)],
    (tx, [a, b, c]) => tx`select public.cancel_session(${a ?? null}, ${b ?? null}, ${c ?? null})`,
  ],
  [
    'announce_change',
    [id, id, value(text), value(text)],
    (tx, [a, b, c, d]) =>
      tx`select public.announce_change(${a ?? null}, ${b ?? null}, ${c ?? null}, ${d ?? null})`,
  ],
  [
    'publish_minutes',
    [id, value(number), value(text), value(text)],
    (tx, [a, b, c, d]) =>
      tx`select public.publish_minutes(${a ?? null}, ${b ?? null}, ${c ?? null}, ${d ?? null})`,
  ],
];

test.each(calls)(
  '%s answers nonsense with a code that has a sentence',
  async (_, args, run) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...args), async (makers) => {
        const values = (makers as Make[]).map((make) => make());
        try {
          await asActor(caller, (tx) => run(tx, values as never[]));
        } catch (error) {
          const { status, code, sqlState, message } = refusalOf(error);
          expect({ sqlState, message, isOurs: status >= 400 && status < 500 }).toMatchObject({
            isOurs: true,
          });
          expect(sentences).toContain(code);
        }
      }),
      { numRuns: 150 },
    );
  },
  60_000,
);

test('what was refused left nothing behind', async () => {
  const [row] = await sql`select
    (select count(*)::integer from public.events where id = any (${known}) and version > 1) as events,
    (select count(*)::integer from public.check_ins where session_id = any (${known})) as scans,
    (select count(*)::integer from public.event_changes where event_id = any (${known})) as changes`;
  expect(row).toEqual({ events: 0, scans: 0, changes: 0 });
});
