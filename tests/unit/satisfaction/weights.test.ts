import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, MarginRow } from '../../../src/features/satisfaction/estimate/answers';
import { estimate } from '../../../src/features/satisfaction/estimate/estimate';
import { mergeSmall } from '../../../src/features/satisfaction/estimate/merge';
import { distance, rake } from '../../../src/features/satisfaction/estimate/rake';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings';
import { strataOf } from '../../../src/features/satisfaction/estimate/strata';
import { sheetsAbove, trim } from '../../../src/features/satisfaction/estimate/trim';
import { weigh } from '../../../src/features/satisfaction/estimate/weigh';
import { codeOf, fullSamples, levels, populations, sheets, someMargins } from './sample';

const weighed = (answers: Answer[], margins: MarginRow[], settings = defaultSettings) => {
  const strata = strataOf(answers);
  return { strata, ...weigh(strata, margins, settings) };
};

/** The share of the weights a level has. */
function shareOf({ strata, weights }: ReturnType<typeof weighed>, level: string): number {
  let all = 0;
  let within = 0;
  strata.forEach((stratum, at) => {
    const weight = stratum.sheets * (weights[at] ?? 0);
    all += weight;
    if ([stratum.town, stratum.age, stratum.sex].includes(level)) within += weight;
  });
  return within / all;
}

describe('raking', () => {
  test('makes the sample look like the population to 1e-9, with weights above 0 and of mean 1', () => {
    // Nothing merged: each margin by itself.
    const settings = { ...defaultSettings, smallestCategory: 0 };
    fc.assert(
      fc.property(fullSamples, populations, (answers, margins) => {
        const result = weighed(answers, margins, settings);
        for (const { variable, level, population } of margins) {
          const all = margins
            .filter((row) => row.variable === variable)
            .reduce((sum, row) => sum + row.population, 0);
          if (Math.abs(shareOf(result, level) - population / all) > 1.01e-9) return false;
        }
        const { strata, weights } = result;
        const sum = strata.reduce((sum, one, at) => sum + one.sheets * (weights[at] ?? 0), 0);
        const mean = sum / result.weighting.sheets;
        return weights.every((weight) => weight > 0) && Math.abs(mean - 1) < 1e-6;
      }),
      { numRuns: 60 },
    );
  });

  test('leaves a sample alone that is like the population already', () => {
    const margins = [{ categories: [0, 0, 1, 1], shares: [0.5, 0.5] }];
    expect(rake(margins, [3, 2, 4, 1], [1, 1, 1, 1], 1e-9)).toEqual([1, 1, 1, 1]);
    expect(distance(margins, [3, 2, 4, 1], [1, 1, 1, 1])).toBe(0);
  });

  test('of one margin is plain post-stratification', () => {
    const margins = [{ categories: [0, 1], shares: [0.2, 0.8] }];
    expect(rake(margins, [50, 50], [1, 1], 1e-9)).toEqual([0.4, 1.6]);
  });

  test('is refused where nobody answered in what the margins need', () => {
    // All women live in one town and all men in the other, in other shares than the margins have.
    const answers = [
      sheets(100, 'satisfied', ['choucheng', '16-34', 'female']),
      sheets(100, 'satisfied', ['fotang', '16-34', 'male']),
    ];
    const margins: MarginRow[] = [
      { variable: 'town', level: 'choucheng', population: 60 },
      { variable: 'town', level: 'fotang', population: 40 },
      { variable: 'age', level: '16-34', population: 100 },
      { variable: 'sex', level: 'female', population: 50 },
      { variable: 'sex', level: 'male', population: 50 },
    ];
    expect(codeOf(() => estimate(answers, margins, defaultSettings))).toBe('rake_unsettled');
  });

  test('keeps the share of sheets that leave something open, and weighs them by the rest', () => {
    const answers = [
      ...levels.town.flatMap((town, at) =>
        levels.age.flatMap((age) =>
          levels.sex.map((sex) => sheets(20 + 10 * at, 'satisfied', [town, age, sex])),
        ),
      ),
      sheets(180, 'satisfied', [null, '16-34', 'male']),
    ];
    const result = weighed(answers, someMargins);
    expect(shareOf(result, 'choucheng')).toBeCloseTo(0.5 * 0.75, 8);
    expect(shareOf(result, 'female')).toBeCloseTo(0.52, 8);
    expect(shareOf(result, '16-34')).toBeCloseTo(0.4, 8);
  });

  test('goes on without a variable that nobody stated', () => {
    const answers = [
      sheets(40, 'satisfied', ['choucheng', null, 'female']),
      sheets(60, 'satisfied', ['fotang', null, 'male']),
      sheets(50, 'satisfied', ['suxi', null, 'male']),
      sheets(50, 'satisfied', ['suxi', null, 'female']),
    ];
    const result = weighed(answers, someMargins);
    expect(shareOf(result, 'female')).toBeCloseTo(0.52, 8);
    expect(result.weighting.merges.map(({ variable, because }) => [variable, because])).toEqual([
      ['age', 'nobody'],
      ['age', 'nobody'],
    ]);
  });
});

describe('trimming', () => {
  test('cuts to the limit and spreads what it cut over the others, so that the mean stays', () => {
    // 2 sheets of 9 and 18 of 1/9: cut to 5, 8 left over for 18.
    const trimmed = trim([2, 18], [9, 1 / 9], 5);
    expect(trimmed[0]).toBe(5);
    expect(trimmed[1]).toBeCloseTo(1 / 9 + 8 / 18, 12);
  });

  test('and raking again end with both the margins and the limit kept', () => {
    // In Suxi, men from 60 on are a four-hundredth of the sample and nearly ten times as much of the population.
    const answers = levels.town.flatMap((town, t) =>
      levels.age.flatMap((age, a) =>
        levels.sex.map((sex, s) => {
          const count = [6, 3, 1][t] as number;
          return sheets(count * ([5, 4, 1][a] as number) * ([3, 1][s] as number), 'satisfied', [
            town,
            age,
            sex,
          ]);
        }),
      ),
    );
    const before = weighed(answers, someMargins, { ...defaultSettings, trimFactor: 1000 });
    expect(before.weighting.largest).toBeGreaterThan(9);
    const after = weighed(answers, someMargins);
    expect(after.weighting).toMatchObject({ sheetsAbove: 0 });
    expect(after.weighting.trimRounds).toBeGreaterThan(0);
    expect(after.weighting.largest).toBeLessThan(5.001);
    expect(after.weighting.deff).toBeLessThan(before.weighting.deff);
    expect(shareOf(after, 'male')).toBeCloseTo(0.48, 8);
    expect(shareOf(after, '60+')).toBeCloseTo(0.25, 8);
  });

  test('gives way to the margins where these need more, and says for how many sheets', () => {
    const answers = [
      sheets(94, 'satisfied', ['choucheng', '16-34', 'female']),
      sheets(6, 'satisfied', ['fotang', '16-34', 'female']),
    ];
    const margins: MarginRow[] = [
      { variable: 'town', level: 'choucheng', population: 60 },
      { variable: 'town', level: 'fotang', population: 40 },
      { variable: 'age', level: '16-34', population: 100 },
      { variable: 'sex', level: 'female', population: 100 },
    ];
    const result = weighed(answers, margins);
    expect(shareOf(result, 'fotang')).toBeCloseTo(0.4, 8);
    expect(result.weighting.sheetsAbove).toBe(6);
    expect(sheetsAbove([94, 6], [0.64, 6.67], 5)).toBe(6);
  });
});

describe('a small category', () => {
  const merge = (
    variable: 'town' | 'age' | 'sex',
    counts: Record<string, number>,
    smallest = 0.05,
  ) =>
    mergeSmall(
      variable,
      new Map(Object.keys(counts).map((level) => [level, 100])),
      (level) => counts[level] ?? 0,
      smallest,
    );

  test('of age joins the band beside it that has fewer answers, never one beyond', () => {
    const { categories, merges } = merge('age', {
      '60+': 40,
      '18-29': 20,
      '30-44': 2,
      '45-59': 38,
    });
    expect(categories.map(({ levels }) => levels)).toEqual([
      ['18-29', '30-44'],
      ['45-59'],
      ['60+'],
    ]);
    expect(merges).toEqual([
      { variable: 'age', levels: ['30-44'], into: ['18-29'], because: 'small' },
    ]);
  });

  test('of age at an end has one neighbour only', () => {
    const { merges } = merge('age', { '18岁以下': 1, '18-29岁': 60, '30岁及以上': 39 });
    expect(merges[0]).toMatchObject({ levels: ['18岁以下'], into: ['18-29岁'] });
  });

  test('of age is refused where the names do not say which band is the younger', () => {
    expect(codeOf(() => merge('age', { young: 50, old: 50 }))).toBe('ages_unordered');
    expect(codeOf(() => merge('age', { '18-29': 50, '18-34': 50 }))).toBe('ages_unordered');
  });

  test('of sex joins the other, which leaves nothing to weigh by', () => {
    const { categories, merges } = merge('sex', { female: 97, male: 3 });
    expect(categories).toEqual([{ levels: ['female', 'male'], sheets: 100, population: 200 }]);
    expect(merges).toEqual([
      { variable: 'sex', levels: ['male'], into: ['female'], because: 'small' },
    ]);
  });

  test('of the towns joins the smallest of its kind, though a smaller one of the other is there', () => {
    // Futian and Choucheng are streets, Fotang and Suxi towns.
    const { merges } = merge('town', { choucheng: 60, futian: 2, fotang: 30, suxi: 8 });
    expect(merges).toEqual([
      { variable: 'town', levels: ['futian'], into: ['choucheng'], because: 'small' },
    ]);
  });

  test('of the towns joins another kind where none of its own is left', () => {
    const { merges } = merge('town', { choucheng: 3, fotang: 30, suxi: 67 });
    expect(merges).toEqual([
      { variable: 'town', levels: ['choucheng'], into: ['fotang'], because: 'small' },
    ]);
  });

  test('is merged where nobody answered, however small the share may be, and its population counts on', () => {
    const { categories, merges } = merge('town', { choucheng: 60, futian: 0, fotang: 40 }, 0);
    expect(merges).toEqual([
      { variable: 'town', levels: ['futian'], into: ['choucheng'], because: 'nobody' },
    ]);
    expect(categories[0]).toMatchObject({ levels: ['choucheng', 'futian'], population: 200 });
  });

  test('is one below the share and not one at it', () => {
    expect(merge('sex', { female: 95, male: 5 }).merges).toEqual([]);
    expect(merge('sex', { female: 96, male: 5 }).merges).toHaveLength(1);
  });

  test('is never left, and nobody is lost, whatever the counts', () => {
    const names = ['choucheng', 'futian', 'fotang', 'suxi', 'dachen', 'chian'];
    const counts = fc.tuple(...names.map(() => fc.nat(300)));
    fc.assert(
      fc.property(counts, (numbers) => {
        const given = Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? 0]));
        const { categories } = merge('town', given);
        const all = numbers.reduce((sum, number) => sum + number, 0);
        expect(categories.flatMap(({ levels }) => levels).sort()).toEqual([...names].sort());
        expect(categories.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(all);
        expect(categories.reduce((sum, { population }) => sum + population, 0)).toBe(600);
        const isLeft = (number: number) => number === 0 || number < 0.05 * all;
        expect(categories.length === 1 || !categories.some((one) => isLeft(one.sheets))).toBe(true);
      }),
    );
  });
});
