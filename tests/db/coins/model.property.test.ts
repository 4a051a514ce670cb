import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenFacts } from '../../support/books.ts';
import { sql } from '../../support/database.ts';
import { commands } from './model/commands.ts';
import { mutants, plant } from './model/mutants.ts';
import { breaches, plan, sendInParallel } from './model/parallel.ts';
import { met, runSequence, sequences } from './model/sequences.ts';
import { cap, installClock, newRewards, newWorld, removeClock } from './model/world.ts';

/** How many sequences; the long run is `SEQUENCES=2000`. `SEED=…` repeats one that failed. */
const count = Number(process.env.SEQUENCES || 200);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const patience = 60_000 + count * 2_000;

let rewards: string[];
beforeAll(async () => {
  await installClock();
  rewards = await newRewards();
});
afterAll(removeClock);

test(
  'after any sequence of commands, PostgreSQL holds what a bag of coins would',
  async () => {
    met.clear();
    await fc.assert(
      fc.asyncProperty(sequences(40), (steps) => runSequence(steps, rewards)),
      { numRuns: count, ...seed },
    );
    // The sequences came to every edge.
    expect([...met.keys()].toSorted()).toEqual([
      'corrected_already',
      'envelope_empty',
      'key_reused',
      'moved',
      'not_enough_coins',
      'nothing',
      'out_of_stock',
      'transfer_unknown',
    ]);
  },
  patience,
);

describe('the sequences notice when', () => {
  test.each(mutants)(
    '$mistake',
    async (mutant) => {
      const planted = await fc.check(
        fc.asyncProperty(sequences(40), (steps) =>
          runSequence(steps, rewards, (tx) => plant(tx, mutant)),
        ),
        { numRuns: 300, endOnFailure: true },
      );
      expect(planted.failed).toBe(true);
      // It failed for what the mistake did, not because it could not be planted.
      expect(String(planted.errorInstance)).toMatch(/expected|the books/);
    },
    60_000,
  );
});

test(
  'the same commands from eight sessions at once break nothing, whatever their order and whatever answers are lost',
  async () => {
    let [moved, lostAnswers] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(...commands), { minLength: 10, maxLength: 60, size: 'max' }),
        async (sequence) => {
          await sql`update test_clock.turned set years = 0`;
          const world = await newWorld(sql, await newRewards());
          const calls = plan(sequence, world);
          const { faults, moves, lost } = await sendInParallel(calls, world, 8);
          moved += moves;
          lostAnswers += lost;
          faults.push(...(await breaches(world, cap)), ...(await brokenFacts()));
          if (faults.length > 0) {
            throw new Error([...faults, 'of:', ...calls.map(({ words }) => words)].join('\n'));
          }
        },
      ),
      // What races is not the same twice, so a failure is not looked for in shorter sequences.
      { numRuns: count, endOnFailure: true, ...seed },
    );
    expect(moved).toBeGreaterThan(count);
    expect(lostAnswers).toBeGreaterThan(count);
  },
  patience,
);
