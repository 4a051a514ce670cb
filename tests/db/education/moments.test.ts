// Days and moments that look like some and are none, on forms and from phones.
import { expect, test } from 'vitest';
import { addStaff } from '../../support/actors.ts';
import {
  eventContent,
  newBase,
  newSession,
  saveEvent,
  scan,
  send,
  sessionContent,
} from '../../support/education.ts';
import { refusalBy } from '../../support/refusals.ts';

test.each(['2027-01-01T10:00:00+99:00', '2027-02-30T10:00:00Z', '2027-01-01T25:61:00Z'])(
  'a session at %s is refused by name, and such a scan alone',
  async (moment) => {
    const [host, baseId] = [await addStaff('host'), await newBase()];
    const refused = await refusalBy(
      saveEvent(host, {
        content: eventContent(baseId),
        sessions: [sessionContent(3, { starts_at: moment })],
      }),
    );
    expect(refused).toMatchObject({ code: 'content_invalid', detail: { field: 'starts_at' } });
    const session = await newSession({ starts: '10 minutes' });
    const outcomes = await send(host, session, [
      scan({ how: 'walk_in', scanned_at: moment }),
      scan({ how: 'walk_in' }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'counted']);
  },
);

test.each(['2027-01-00', '2027-02-29', '2027-00-10', '2027-04-31'])(
  'an exception on %s is refused by name',
  async (day) => {
    const [host, baseId] = [await addStaff('host'), await newBase()];
    const refused = await refusalBy(
      saveEvent(host, { content: eventContent(baseId, { except_on: [day] }) }),
    );
    expect(refused).toMatchObject({ code: 'content_invalid', detail: { field: 'except_on' } });
  },
);
