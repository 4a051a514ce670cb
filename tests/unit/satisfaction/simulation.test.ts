// A known city, in which the young and some towns answer less, and are less satisfied. Seeded: always the same.
import { describe, expect, test } from 'vitest';
import type { Answer, MarginRow } from '../../../src/features/satisfaction/estimate/answers';
import { estimate } from '../../../src/features/satisfaction/estimate/estimate';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings';
import { type TownCode, townCodes } from '../../../src/lib/towns';

/** Mulberry32: small, fast and good enough to draw samples with. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Thousands of people, how often they answer, and how far their odds of being satisfied lie from others’. */
interface Trait {
  people: number;
  response: number;
  tilt: number;
}

const towns = Object.fromEntries(
  townCodes.map((town, at): [TownCode, Trait] => [
    town,
    {
      people: [230, 95, 190, 150, 175, 140, 120, 110, 180, 130, 105, 70, 115, 50][at] as number,
      response: 0.5 + 0.04 * ((at * 5) % 14),
      tilt: 0.06 * ((at * 5) % 14) - 0.4,
    },
  ]),
);
const ages: Record<string, Trait> = {
  '16-29': { people: 480, response: 0.45, tilt: -0.45 },
  '30-44': { people: 640, response: 0.7, tilt: -0.1 },
  '45-59': { people: 460, response: 0.9, tilt: 0.25 },
  '60+': { people: 280, response: 0.8, tilt: 0.5 },
};
const sexes: Record<string, Trait> = {
  female: { people: 870, response: 0.9, tilt: 0.1 },
  male: { people: 990, response: 0.7, tilt: -0.1 },
};

const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));
const strata = Object.entries(towns).flatMap(([town, t]) =>
  Object.entries(ages).flatMap(([age, a]) =>
    Object.entries(sexes).map(([sex, s]) => ({
      place: { town, age, sex },
      people: t.people * a.people * s.people,
      response: t.response * a.response * s.response,
      satisfied: logistic(2.95 + t.tilt + a.tilt + s.tilt),
    })),
  ),
);
const margins: MarginRow[] = Object.entries({ town: towns, age: ages, sex: sexes }).flatMap(
  ([variable, levels]) =>
    Object.entries(levels).map(([level, { people }]) => ({
      variable: variable as MarginRow['variable'],
      level,
      population: people * 1000,
    })),
);

const sumOf = (of: (stratum: (typeof strata)[number]) => number) =>
  strata.reduce((sum, stratum) => sum + of(stratum), 0);
const truth = sumOf((one) => one.people * one.satisfied) / sumOf((one) => one.people);

let reached = 0;
/** Where each stratum ends on the line of all who answer. */
const reach = strata.map(({ people, response }) => {
  reached += people * response;
  return reached;
});

/** A sample of those who answer when asked, with one in twenty who does not know. */
function draw(n: number, random: () => number): Answer[] {
  const counts = strata.map(() => ({ satisfied: 0, not_satisfied: 0, dont_know: 0 }));
  for (let drawn = 0; drawn < n; drawn += 1) {
    const at = random() * reached;
    let [low, high] = [0, reach.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    const count = counts[low] as (typeof counts)[number];
    if (random() < 0.05) count.dont_know += 1;
    else if (random() < (strata[low]?.satisfied ?? 0)) count.satisfied += 1;
    else count.not_satisfied += 1;
  }
  return counts.flatMap((count, at) =>
    (['satisfied', 'not_satisfied', 'dont_know'] as const).map((choice) => ({
      ...(strata[at] as (typeof strata)[number]).place,
      count: count[choice],
      choices: { satisfaction: choice },
    })),
  );
}

const repeats = 2000;

/** How often the interval of the share holds the truth. */
function coverage(n: number, seed: number, rows: MarginRow[] | undefined): number {
  const random = generator(seed);
  let held = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    const share = estimate(draw(n, random), rows, defaultSettings).overall.measures?.share;
    if (share && share.low <= truth && truth <= share.high) held += 1;
  }
  return held / repeats;
}

describe('over a known city whose young and whose less satisfied towns answer less', () => {
  test.each([400, 1000, 2000])(
    'the weighted share’s interval of %i answers holds the truth 93 to 97 times of 100',
    { timeout: 120_000 },
    (n) => {
      const held = coverage(n, n, margins);
      expect(held).toBeGreaterThanOrEqual(0.93);
      expect(held).toBeLessThanOrEqual(0.97);
    },
  );

  // The control: were there no bias to correct, the test above would say nothing about weights.
  test('the unweighted one of 2,000 does not', { timeout: 120_000 }, () => {
    expect(coverage(2000, 2000, undefined)).toBeLessThan(0.85);
  });
});
