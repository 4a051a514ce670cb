// Whatever happens at two gates, with whatever network, every phone ends where the server is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  displayRegistrationCode,
  verdictOnText,
} from '../../../src/features/education/check-in/matching';
import {
  type KeptScan,
  pendingOf,
  unitedScans,
  withoutListed,
  withScans,
} from '../../../src/features/education/check-in/queue';
import {
  arrival,
  arrivalByCode,
  undoing,
  walkIn,
} from '../../../src/features/education/check-in/scans';
import type { Answer, CheckInList, Scan } from '../../../src/features/education/check-in/schema';
import { type KeptScans, sendPending } from '../../../src/features/education/check-in/send';
import { type Tally, tallyOf } from '../../../src/features/education/check-in/tally';
import { countingStamp, entry, list } from './check-in.things';

const listed = [
  entry({ id: 'a', people: 3 }),
  entry({ id: 'b', people: 2 }),
  entry({ id: 'c' }),
  entry({ id: 'd', status: 'waiting' }),
];
/** Registered after the phones had their lists; the server knows it. */
const newcomer = entry({ id: 'e' });

/** The server: a set of facts by nonce, as record_check_ins keeps them. */
class Server {
  readonly facts = new Map<string, Scan>();
  readonly entries = [...listed, newcomer];

  record(scans: Scan[]): Answer[] {
    return scans.map((scan): Answer => {
      const id =
        scan.registration_id ?? this.entries.find(({ code }) => code === scan.code)?.id ?? null;
      const party = this.entries.find((one) => one.id === id);
      if (scan.kind === 'arrive' && party?.status === 'waiting') {
        return { nonce: scan.nonce, outcome: 'refused', registration_id: id };
      }
      const isKnown = this.facts.has(scan.nonce);
      this.facts.set(scan.nonce, { ...scan, registration_id: id });
      return { nonce: scan.nonce, outcome: isKnown ? 'already' : 'counted', registration_id: id };
    });
  }

  list = (): CheckInList => list(this.entries, [...this.facts.values()]);
}

/** A phone: what it keeps survives a reload, because it is all text. */
class Phone {
  private list = JSON.stringify(list(listed));
  private kept = '[]';
  readonly made: Scan[] = [];
  private readonly stamp;

  constructor(name: string) {
    this.stamp = countingStamp(name);
  }

  get keptScans(): KeptScan[] {
    return JSON.parse(this.kept);
  }
  get tally(): Tally {
    const known: CheckInList = JSON.parse(this.list);
    return tallyOf(known.registrations, unitedScans(known, this.keptScans));
  }
  private readonly store: KeptScans = {
    read: async () => this.keptScans,
    change: async (how) => {
      this.kept = JSON.stringify(how(this.keptScans));
    },
  };

  private async add(scans: Scan[]) {
    this.made.push(...scans);
    await this.store.change((kept) => withScans(kept, scans));
  }
  async meet(which: number) {
    const { code } = [...listed, newcomer][which] ?? newcomer;
    const known: CheckInList = JSON.parse(this.list);
    const verdict = verdictOnText(displayRegistrationCode(code), known.registrations, this.tally);
    if (verdict.kind === 'welcome') await this.add([arrival(this.stamp, verdict.entry, 'scan')]);
    if (verdict.kind === 'unlisted') await this.add([arrivalByCode(this.stamp, code)]);
  }
  welcome = (people: number) => this.add([walkIn(this.stamp, people)]);
  async undo(which: number) {
    const { recent } = this.tally;
    const here = recent[which % Math.max(1, recent.length)];
    if (here) await this.add(undoing(this.stamp, here));
  }
  /** Sends; the network may lose the request, or the answer after the server has acted. */
  async send(server: Server, lost: 'nothing' | 'request' | 'answer' = 'nothing') {
    await sendPending(this.store, async (scans) => {
      if (lost === 'request') throw new TypeError('Failed to fetch');
      const answers = server.record(structuredClone(scans));
      if (lost === 'answer') throw new TypeError('Failed to fetch');
      return answers;
    }).catch((error) => {
      if (lost === 'nothing') throw error;
    });
  }
  async refresh(server: Server) {
    const fresh = server.list();
    this.list = JSON.stringify(fresh);
    await this.store.change((kept) => withoutListed(kept, fresh));
  }
}

interface World {
  phones: Phone[];
  server: Server;
}

class Step implements fc.AsyncCommand<World, World> {
  constructor(
    private readonly words: string,
    private readonly phone: number,
    private readonly act: (phone: Phone, server: Server) => Promise<void>,
  ) {}
  check = () => true;
  async run(_: World, { phones, server }: World) {
    const phone = phones[this.phone];
    if (!phone) throw new Error('There is no such phone.');
    await this.act(phone, server);
    // Nothing made is ever lost: the server has it, or the phone still knows it.
    const kept = new Set(phone.keptScans.map(({ scan }) => scan.nonce));
    for (const { nonce } of phone.made) {
      expect(server.facts.has(nonce) || kept.has(nonce), `${nonce} after ${this}`).toBe(true);
    }
  }
  toString = () => `phone ${this.phone} ${this.words}`;
}

const phone = fc.nat(1);
const commands = [
  fc.tuple(phone, fc.nat(4)).map(([n, who]) => new Step(`meets ${who}`, n, (p) => p.meet(who))),
  fc
    .tuple(phone, fc.integer({ min: 1, max: 5 }))
    .map(([n, people]) => new Step(`welcomes ${people}`, n, (p) => p.welcome(people))),
  fc
    .tuple(phone, fc.nat(9))
    .map(([n, which]) => new Step(`undoes ${which}`, n, (p) => p.undo(which))),
  fc
    .tuple(phone, fc.constantFrom('nothing', 'request', 'answer'))
    .map(
      ([n, lost]) => new Step(`sends and loses ${lost}`, n, (p, s) => p.send(s, lost as 'nothing')),
    ),
  phone.map((n) => new Step('downloads the list', n, (p, s) => p.refresh(s))),
];

/** A tally without the order of what happened in one second. */
const comparable = ({ arrived, recent, ...counts }: Tally) => ({
  ...counts,
  arrived: Object.fromEntries(
    [...arrived].map(([id, { people, since }]) => [id, { people, since }]),
  ),
  here: recent.length,
});

test('any interleaving of scans, undos, sends, lost answers, reloads and two phones ends alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60 }), async (steps) => {
      const world = { phones: [new Phone('x'), new Phone('y')], server: new Server() };
      await fc.asyncModelRun(() => ({ model: world, real: world }), steps);
      const { phones, server } = world;
      for (const one of phones) await one.send(server);
      for (const one of phones) await one.refresh(server);
      const truth = tallyOf(server.entries, [...server.facts.values()]);
      for (const one of phones) {
        expect(pendingOf(one.keptScans)).toEqual([]);
        expect(comparable(one.tally)).toEqual(comparable(truth));
        // Sending everything once more changes nothing.
        server.record(one.made);
      }
      expect(comparable(tallyOf(server.entries, [...server.facts.values()]))).toEqual(
        comparable(truth),
      );
    }),
    { numRuns: 200 },
  );
});

test('sending goes on in batches until nothing waits', async () => {
  let kept: KeptScan[] = withScans(
    [],
    Array.from({ length: 450 }, (_, turn) => ({ ...walkIn(countingStamp(`w${turn}-`), 1) })),
  );
  const sizes: number[] = [];
  await sendPending(
    {
      read: async () => kept,
      change: async (how) => {
        kept = how(kept);
      },
    },
    async (scans) => {
      sizes.push(scans.length);
      return scans.map(({ nonce }) => ({ nonce, outcome: 'counted', registration_id: null }));
    },
  );
  expect(sizes).toEqual([200, 200, 50]);
});

test('an answer that names nothing sent ends the sending and keeps the queue', async () => {
  let kept: KeptScan[] = [{ scan: walkIn(countingStamp(), 2) }];
  const store = {
    read: async () => kept,
    change: async (how: (k: KeptScan[]) => KeptScan[]) => {
      kept = how(kept);
    },
  };
  await expect(sendPending(store, async () => [])).rejects.toThrow('named none');
  expect(pendingOf(kept)).toHaveLength(1);
});
