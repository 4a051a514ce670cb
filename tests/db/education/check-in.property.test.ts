import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor } from '../../support/database.ts';
import {
  newBase,
  newSession,
  register,
  registrationOf,
  type ScanOptions,
  scan,
  send,
  undo,
} from '../../support/education.ts';
import { balanceOf } from '../../support/things.ts';

const coins = 5;
const parties = 3;
let host: Resident;
let baseId: string;

beforeAll(async () => {
  baseId = await newBase();
  host = await addStaff('host', { baseId });
});

/** One thing that happens at the gate: somebody is scanned, walks in, or an earlier scan is taken back. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('arrive' as const),
      who: fc.nat(parties - 1),
      people: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('walk_in' as const),
      who: fc.constant(0),
      people: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('undo' as const),
      who: fc.nat(30),
      people: fc.constant(1),
    }),
  },
);

/** How the scans reach the server: in which order, on which phone, some of them again, in what batches. */
const sending = fc.array(fc.record({ index: fc.nat(), phone: fc.constantFrom('one', 'two') }), {
  maxLength: 40,
});

test('whatever the order, the phones and the repetitions, scans add up to the same people and coins', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 1, maxLength: 12 }),
      sending,
      fc.integer({ min: 1, max: 6 }),
      async (happenings, extra, batch) => {
        const session = await newSession({ baseId, coins, starts: '10 minutes' });
        const residents = await Promise.all(Array.from({ length: parties }, () => addResident()));
        const ids = await Promise.all(
          residents.map(async (one) => (await register(one, session)).id),
        );
        const nonces = happenings.map(() => randomUUID());
        const scans = happenings.map(({ what, who, people }, place): ScanOptions => {
          const nonce = nonces[place] as string;
          if (what === 'walk_in') return scan({ nonce, how: 'walk_in', people });
          if (what === 'undo') return undo(nonces[who % nonces.length] as string, { nonce });
          return scan({ nonce, registration_id: ids[who] as string, people });
        });

        // The model: who has an arrival that no undo names, and the most people any of them counted.
        const undone = new Set(scans.map(({ undoes }) => undoes));
        const live = scans.filter(({ kind, nonce }) => kind === 'arrive' && !undone.has(nonce));
        const expected = ids.map((id) => {
          const mine = live.filter(({ registration_id }) => registration_id === id);
          return mine.length ? Math.max(...mine.map(({ people }) => people ?? 1)) : null;
        });
        const walkIns = live
          .filter(({ how }) => how === 'walk_in')
          .reduce((sum, { people }) => sum + (people ?? 1), 0);

        // Every scan arrives at least once, in an order of its own, some of them again.
        const order = extra.map(({ index, phone }) => ({
          one: scans[index % scans.length],
          phone,
        }));
        const queue = [...order, ...scans.map((one) => ({ one, phone: 'one' }))];
        for (let from = 0; from < queue.length; from += batch) {
          const part = queue.slice(from, from + batch);
          await send(
            host,
            session,
            part.map(({ one }) => one),
            part[0]?.phone,
          );
        }

        const stored = await Promise.all(ids.map((id) => registrationOf(id)));
        expect(stored.map(({ attended_people }) => attended_people)).toEqual(expected);
        expect(await Promise.all(residents.map((one) => balanceOf(one)))).toEqual(
          expected.map((people) => (people ? coins : 0)),
        );
        const [report] = await asActor(
          host,
          (tx) => tx`select attended from public.get_session_report(${session})`,
        );
        expect(report?.attended).toBe(
          expected.reduce<number>((sum, people) => sum + (people ?? 0), walkIns),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
