import { beforeAll, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor } from '../../support/database.ts';
import {
  cancel,
  newBase,
  newEvent,
  newSession,
  register,
  scan,
  send,
} from '../../support/education.ts';
import { refusalBy } from '../../support/refusals.ts';

let host: Resident;
let townEditor: Resident;
let mine: { base: string; draft: string; session: string };
let theirs: { base: string; event: string; session: string };

beforeAll(async () => {
  const base = await newBase({ town: 'suxi', isPublic: false });
  const draft = await newEvent({ baseId: base, status: 'draft' });
  mine = { base, draft, session: await newSession({ eventId: draft }) };
  const other = await newBase({ town: 'shangxi' });
  const event = await newEvent({ baseId: other });
  theirs = { base: other, event, session: await newSession({ eventId: event }) };
  host = await addStaff('host', { baseId: base });
  townEditor = await addStaff('editor', { town: 'suxi' });
});

const ids = async (caller: Resident, view: 'desk_bases' | 'desk_events' | 'desk_sessions') =>
  (await asActor(caller, (tx) => tx<{ id: string }[]>`select id from public.${tx(view)}`)).map(
    ({ id }) => id,
  );

describe('the lists of the desk', () => {
  test('show a host of one base what is theirs, hidden and unpublished too, and nothing published elsewhere', async () => {
    expect(await ids(host, 'desk_bases')).toEqual([mine.base]);
    expect(await ids(host, 'desk_events')).toEqual([mine.draft]);
    expect(await ids(host, 'desk_sessions')).toEqual([mine.session]);
  });

  test('show an editor of one town its bases and events alone', async () => {
    expect(await ids(townEditor, 'desk_bases')).toContain(mine.base);
    expect(await ids(townEditor, 'desk_bases')).not.toContain(theirs.base);
    expect(await ids(townEditor, 'desk_events')).not.toContain(theirs.event);
    expect(await ids(townEditor, 'desk_sessions')).not.toContain(theirs.session);
  });

  test('show a resident nothing, though they may read what is published', async () => {
    const resident = await addResident();
    for (const view of ['desk_bases', 'desk_events', 'desk_sessions'] as const) {
      expect(await ids(resident, view)).toEqual([]);
    }
  });
});

describe('the list of registrations', () => {
  const list = (caller: Resident, session: string) =>
    asActor(
      caller,
      (tx) => tx`select name, people, status, answers, came, attended_people
        from public.list_registrations(${session}) order by name`,
    );

  test('gives a host the answers, those who cancelled, and who came', async () => {
    const baseId = await newBase();
    const atTheDoor = await addStaff('host', { baseId });
    const questions = [{ key: 'meal', required: false }];
    const session = await newSession({ baseId, questions, starts: '1 hour' });
    const came = await register(await addResident(), session, {
      name: '甲',
      adults: 1,
      answers: { meal: '素食' },
    });
    const other = await addResident();
    await cancel(other, (await register(other, session, { name: '乙' })).id);
    await register(await addResident(), session, { name: '丙' });
    await send(atTheDoor, session, [scan({ registration_id: came.id, people: 2 })]);
    const rows = await list(atTheDoor, session);
    expect(new Map(rows.map(({ name, ...row }) => [name, row]))).toEqual(
      new Map([
        [
          '甲',
          {
            people: 2,
            status: 'confirmed',
            answers: { meal: '素食' },
            came: true,
            attended_people: 2,
          },
        ],
        ['乙', { people: 1, status: 'cancelled', answers: {}, came: false, attended_people: null }],
        ['丙', { people: 1, status: 'confirmed', answers: {}, came: false, attended_people: null }],
      ]),
    );
  });

  test('is for the hosts of the base and nobody else', async () => {
    const everywhere = await addStaff('editor');
    for (const caller of [everywhere, await addStaff('administrator'), await addResident()]) {
      expect((await refusalBy(list(caller, mine.session))).code).toBe('not_found');
    }
    expect((await refusalBy(list(host, theirs.session))).code).toBe('not_found');
    expect(await list(host, mine.session)).toEqual([]);
  });
});
