import { describe, expect, test } from 'vitest';
import { watchRevision } from '../../../src/lib/revision';

const pace = { every: 20, patience: 30, rest: 60 };

/** A source whose number and health the test sets, and which counts how often it was asked. */
function source() {
  const state = { revision: 1, away: false, silent: false, asked: 0 };
  const read = async (signal: AbortSignal) => {
    state.asked += 1;
    if (state.away) throw new Error('away');
    if (state.silent) await new Promise((_, reject) => signal.addEventListener('abort', reject));
    return state.revision;
  };
  let changes = 0;
  const clock = { now: 0 };
  const watch = watchRevision(read, pace, () => clock.now);
  return {
    state,
    pass: (ms: number) => {
      clock.now += ms;
    },
    changes: () => changes,
    look: () =>
      watch(() => {
        changes += 1;
      }),
  };
}

describe('the watch over the revision', () => {
  test('asks once for any number of callers in the same moment', async () => {
    const { state, look } = source();
    await Promise.all(Array.from({ length: 50 }, look));
    await look();
    expect(state.asked).toBe(1);
  });

  test('tells of a new revision to the first who looks after the pace, before they go on', async () => {
    const { state, look, changes, pass } = source();
    await look();
    expect(changes()).toBe(1);
    state.revision = 2;
    await look();
    expect(changes()).toBe(1);
    pass(25);
    await look();
    expect(changes()).toBe(2);
    pass(25);
    await look();
    expect(changes()).toBe(2);
  });

  test('tells of a revision that went back too: another database has taken over', async () => {
    const { state, look, changes, pass } = source();
    state.revision = 9;
    await look();
    state.revision = 3;
    pass(25);
    await look();
    expect(changes()).toBe(2);
  });

  test('lets everybody go on while the source is away, and leaves it alone for a while', async () => {
    const { state, look, changes, pass } = source();
    await look();
    state.away = true;
    pass(25);
    await look();
    pass(25);
    await look();
    expect(state.asked).toBe(2);
    expect(changes()).toBe(1);
    state.away = false;
    state.revision = 2;
    pass(65);
    await look();
    expect(changes()).toBe(2);
  });

  test('does not wait for a source that says nothing', async () => {
    const { state, look } = source();
    state.silent = true;
    const began = performance.now();
    await look();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
