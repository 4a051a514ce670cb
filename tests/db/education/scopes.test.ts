import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import {
  eventContent,
  json,
  newBase,
  newEvent,
  newSession,
  register,
} from '../../support/education.ts';
import { refusalBy } from '../../support/refusals.ts';

/** A base of Fotang with a draft, a published event and a session, and everybody who has nothing to say there. */
const ids = {} as Record<'base' | 'draft' | 'event' | 'session', string>;
const people = {} as Record<
  | 'host'
  | 'hostOfTheTown'
  | 'hostOfAnotherBase'
  | 'hostOfAnotherTown'
  | 'editor'
  | 'editorOfAnotherTown'
  | 'moderator'
  | 'analyst'
  | 'administrator'
  | 'resident',
  Resident
>;

beforeAll(async () => {
  ids.base = await newBase({ town: 'fotang' });
  ids.draft = await newEvent({ baseId: ids.base, status: 'draft' });
  ids.event = await newEvent({ baseId: ids.base });
  ids.session = await newSession({ eventId: ids.event, starts: '10 minutes' });
  Object.assign(people, {
    host: await addStaff('host', { baseId: ids.base }),
    hostOfTheTown: await addStaff('host', { town: 'fotang' }),
    hostOfAnotherBase: await addStaff('host', { baseId: await newBase({ town: 'fotang' }) }),
    hostOfAnotherTown: await addStaff('host', { town: 'yiting' }),
    editor: await addStaff('editor', { town: 'fotang' }),
    editorOfAnotherTown: await addStaff('editor', { town: 'yiting' }),
    moderator: await addStaff('moderator'),
    analyst: await addStaff('analyst'),
    administrator: await addStaff('administrator'),
    resident: await addResident(),
  });
  await register(people.resident, ids.session);
});

type Who = keyof typeof people;
const hosts: Who[] = ['host', 'hostOfTheTown'];
const editors: Who[] = ['editor'];

const slug = `test-${randomUUID()}`;
const calls: [string, Who[], (tx: Transaction) => Promise<unknown>][] = [
  [
    'save a new event',
    [...hosts, ...editors],
    (
      tx,
    ) => tx`select public.save_event(null, null, ${json(eventContent(ids.base, { slug }))}::text::jsonb,
      '[]', ${randomUUID()})`,
  ],
  [
    'save an event that is there',
    [...hosts, ...editors],
    (tx) => tx`select public.save_event(${ids.draft}, 1,
      ${json(eventContent(ids.base, { slug }))}::text::jsonb, '[]')`,
  ],
  [
    'submit an event',
    [...hosts, ...editors],
    (tx) => tx`select public.submit_event(${ids.draft}, 1)`,
  ],
  ['publish an event', editors, (tx) => tx`select public.publish_event(${ids.event}, 1)`],
  [
    'cancel an event',
    editors,
    (tx) => tx`select public.cancel_event(${ids.event}, 1, '因', 'why')`,
  ],
  [
    'cancel a session',
    editors,
    (tx) => tx`select public.cancel_session(${ids.session}, '因', 'why')`,
  ],
  [
    'announce something',
    editors,
    (tx) => tx`select public.announce_change(${ids.event}, ${ids.session}, '告', 'notice')`,
  ],
  [
    'save a base',
    editors,
    (tx) =>
      tx`select public.save_base(${ids.base}, 1, ${json({
        ...{ slug, name_zh: '甲', name_en: 'A', kind: 'park', town_code: 'fotang' },
      })}::text::jsonb)`,
  ],
  ['download the list', hosts, (tx) => tx`select public.get_check_in_list(${ids.session})`],
  ['send scans', hosts, (tx) => tx`select public.record_check_ins(${ids.session}, '', '[]')`],
  ['read the report', hosts, (tx) => tx`select public.get_session_report(${ids.session})`],
];

describe.each(calls)('to %s', (_, allowed, run) => {
  test.each<Who>([
    'host',
    'hostOfTheTown',
    'hostOfAnotherBase',
    'hostOfAnotherTown',
    'editor',
    'editorOfAnotherTown',
    'moderator',
    'analyst',
    'administrator',
    'resident',
  ])('is for whom it should be: %s', async (who) => {
    if (allowed.includes(who)) {
      await asActor(people[who], run);
    } else {
      const refused = await refusalBy(asActor(people[who], run));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});

test.each<[Who, boolean]>([
  ['host', true],
  ['hostOfTheTown', true],
  ['editor', true],
  ['hostOfAnotherBase', false],
  ['hostOfAnotherTown', false],
  ['editorOfAnotherTown', false],
  ['administrator', false],
  ['resident', false],
])('a draft is read by %s: %s', async (who, reads) => {
  const rows = await asActor(
    people[who],
    (tx) => tx`select id from public.events where id = ${ids.draft}`,
  );
  expect(rows.length).toBe(reads ? 1 : 0);
});

test.each<Who>(['host', 'editor'])(
  '%s does nothing more when the session has been idle too long',
  async (who) => {
    const idle = people[who];
    const [before] =
      await sql`select created_at from auth.sessions where id = ${idle.session ?? null}`;
    await sql`update auth.sessions set created_at = now() - interval '9 hours' where id = ${idle.session ?? null}`;
    await sql`delete from private.staff_sessions where resident_id = ${idle.id}`;
    try {
      const call = asActor(idle, (tx) => tx`select public.submit_event(${ids.draft}, 1)`);
      expect(await refusalBy(call)).toMatchObject({ status: 401, code: 'staff_session_ended' });
      const rows = await asActor(
        idle,
        (tx) => tx`select id from public.events where id = ${ids.draft}`,
      );
      expect(rows).toEqual([]);
    } finally {
      await sql`update auth.sessions set created_at = ${before?.created_at} where id = ${idle.session ?? null}`;
    }
  },
);
