import { beforeAll, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor } from '../../support/database.ts';
import { newBase, newEvent, newSession } from '../../support/education.ts';

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
