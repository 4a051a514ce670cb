import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, sendInOrder } from '../../../src/features/green-actions/waiting/queue';
import type { WaitingLog } from '../../../src/features/green-actions/waiting/store';
import { Refusal } from '../../../src/lib/errors';

const refuse = (code: string): never => {
  throw new Refusal({ code, values: {} });
};

const written = (key: string): WaitingLog => ({
  key,
  owner: 'somebody',
  action: 'waste-sorting',
  name: '垃圾分类',
  note: `写下的 ${key}`,
  writtenAt: '2026-11-29T08:00:00Z',
});

/** A device with logs, and a server that counts each key once; `ways` says what happens to each request. */
function deviceAndServer(keys: string[], ways: Iterator<string, undefined>) {
  const device = new Map(keys.map((key) => [key, written(key)]));
  const server: string[] = [];
  const queue = {
    read: async () => [...device.values()],
    keep: async (log: WaitingLog) => void device.set(log.key, log),
    remove: async (key: string) => void device.delete(key),
    async send({ key }: WaitingLog) {
      const way = ways.next().value ?? 'goes through';
      if (way === 'is lost') refuse('offline');
      if (way === 'is refused') refuse('daily_cap');
      if (!server.includes(key)) server.push(key);
      if (way === 'is lost on its way back') refuse('offline');
      if (way === 'finds an ill server') refuse('57P03');
      return key;
    },
  };
  return { device, server, queue };
}

test('whatever the network does, each log arrives once, in order, and nothing that was written is lost', async () => {
  const ways = fc.array(
    fc.constantFrom(
      'goes through',
      'is lost',
      'is lost on its way back',
      'is refused',
      'finds an ill server',
    ),
    { maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), ways, async (count, happenings) => {
      const keys = Array.from({ length: count }, (_, index) => `log-${index}`);
      const { device, server, queue } = deviceAndServer(keys, happenings.values());
      // More rounds than things can go wrong; each is a page that opens, or a network that comes back.
      for (let round = 0; round <= happenings.length; round += 1) {
        await sendInOrder(queue);
        const refused = [...device.values()].filter((log) => log.refused).map(({ key }) => key);
        const waits = [...device.values()].filter((log) => !log.refused).map(({ key }) => key);
        expect(new Set([...server, ...refused, ...waits])).toEqual(new Set(keys));
      }
      expect([...device.values()].every((log) => log.refused && log.note)).toBe(true);
      expect(server).toEqual(keys.filter((key) => server.includes(key)));
      expect(new Set(server).size).toBe(server.length);
    }),
  );
});

test('what is sent is told by key, and why it stopped', async () => {
  const { queue } = deviceAndServer(['a', 'b', 'c'], ['goes through', 'is lost'].values());
  const { sent, stopped } = await sendInOrder(queue);
  expect([...sent.keys()]).toEqual(['a']);
  expect(stopped?.code).toBe('offline');
});

test('only an answer about the log itself is a refusal', () => {
  for (const code of ['daily_cap', 'photo_used', 'key_reused']) {
    expect(isRefusal({ code, values: {} }), code).toBe(true);
  }
  for (const code of ['offline', 'unknown', 'sign_in_first', '57P03', 'PGRST002', '503']) {
    expect(isRefusal({ code, values: {} }), code).toBe(false);
  }
});
