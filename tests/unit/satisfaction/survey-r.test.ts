import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { estimate } from '../../../src/features/satisfaction/estimate/estimate';
import { readAnswers, readMargins } from '../../../src/features/satisfaction/estimate/read-csv';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings';
import { strataOf } from '../../../src/features/satisfaction/estimate/strata';
import { weigh } from '../../../src/features/satisfaction/estimate/weigh';
import { readTable } from '../../../src/lib/read-table';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/survey-r', name), 'utf8');
const [, ...figures] = readTable(read('figures.csv')).map(({ cells }) => cells);

describe('R’s survey package agrees to 1e-6', () => {
  test.each(figures)('on the sample “%s”', (name, deff, validDeff, share, trimRounds) => {
    const { answers } = readAnswers('answers.csv', read(`${name}-answers.csv`));
    const { margins } = readMargins('margins.csv', read(`${name}-margins.csv`));
    const [, ...expected] = readTable(read(`${name}-weights.csv`)).map(({ cells }) =>
      Number(cells[0]),
    );

    const strata = strataOf(answers);
    const { weights, weighting } = weigh(strata, margins, defaultSettings);
    const keyOf = ({ town, age, sex }: (typeof answers)[number] | (typeof strata)[number]) =>
      `${town}/${age}/${sex}`;
    const weightOf = new Map(strata.map((stratum, at) => [keyOf(stratum), weights[at]]));
    expect(expected).toHaveLength(answers.length);
    const furthest = Math.max(
      ...answers.map((answer, at) =>
        Math.abs((weightOf.get(keyOf(answer)) ?? 0) - (expected[at] ?? 0)),
      ),
    );
    expect(furthest).toBeLessThan(1e-6);
    expect(Math.abs(weighting.deff - Number(deff))).toBeLessThan(1e-6);
    expect(weighting.trimRounds).toBe(Number(trimRounds));

    const { measures } = estimate(answers, margins, defaultSettings).overall;
    expect(Math.abs((measures?.share.value ?? 0) - Number(share))).toBeLessThan(1e-6);
    expect(Math.abs((measures?.deff ?? 0) - Number(validDeff))).toBeLessThan(1e-6);
  });

  test('on samples of which one is trimmed and one merged', () => {
    expect(figures.map(([name]) => name)).toEqual(['plain', 'trimmed', 'merged']);
    expect(Number(figures[1]?.[4])).toBeGreaterThan(0);
    const { answers } = readAnswers('answers.csv', read('merged-answers.csv'));
    const { margins } = readMargins('margins.csv', read('merged-margins.csv'));
    expect(estimate(answers, margins, defaultSettings).weighting.merges).toEqual([
      { variable: 'town', levels: ['chian'], into: ['fotang'], because: 'small' },
      { variable: 'age', levels: ['60+'], into: ['45-59'], because: 'small' },
    ]);
  });
});
