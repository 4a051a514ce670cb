import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, MarginRow } from '../../../src/features/satisfaction/estimate/answers';
import { estimate, type Figures } from '../../../src/features/satisfaction/estimate/estimate';
import {
  defaultSettings,
  type Settings,
} from '../../../src/features/satisfaction/estimate/settings';
import { standingOf } from '../../../src/features/satisfaction/estimate/verdict';
import { codeOf, fullSamples, populations, sheets, someMargins } from './sample';

const everywhere = (count: number, choice: Parameters<typeof sheets>[1]): Answer[] =>
  ['choucheng', 'fotang', 'suxi'].flatMap((town) =>
    ['16-34', '35-59', '60+'].flatMap((age) =>
      ['female', 'male'].map((sex) => sheets(count, choice, [town, age, sex])),
    ),
  );

/** All numbers of a value, however deep. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

const code = (
  answers: Answer[],
  margins: MarginRow[] | undefined = someMargins,
  settings: Settings = defaultSettings,
) => codeOf(() => estimate(answers, margins, settings));

describe('the figures of a wave', () => {
  test('weigh a sample by hand as the book has it', () => {
    // By town alone: Choucheng 50 of 100 people, Fotang 30, Suxi 20, each with 40 sheets; satisfied 40, 20 and 0.
    const margins: MarginRow[] = [
      { variable: 'town', level: 'choucheng', population: 50 },
      { variable: 'town', level: 'fotang', population: 30 },
      { variable: 'town', level: 'suxi', population: 20 },
      { variable: 'age', level: '16+', population: 100 },
      { variable: 'sex', level: 'female', population: 100 },
    ];
    const figures = estimate(
      [
        sheets(40, 'satisfied', ['choucheng', '16+', 'female']),
        sheets(20, 'fairly_satisfied', ['fotang', '16+', 'female']),
        sheets(20, 'not_satisfied', ['fotang', '16+', 'female']),
        sheets(40, 'not_satisfied', ['suxi', '16+', 'female']),
        sheets(10, 'dont_know', ['suxi', '16+', 'female']),
      ],
      margins,
      // With “don't know” there are 50 sheets in Suxi, of 130.
      defaultSettings,
    );
    // Weights 1.625, 0.975 and 0.52; 40 × 1.625 + 20 × 0.975 of 40 × 3.12.
    expect(figures.overall.measures?.share.value).toBeCloseTo(84.5 / 124.8, 8);
    expect(figures.overall.measures?.score.value).toBeCloseTo((6500 + 1462.5) / 124.8, 6);
    expect(figures.overall.counts).toEqual({ answered: 130, valid: 120, dontKnow: 10 });
    const squares = 40 * (1.625 ** 2 + 0.975 ** 2 + 0.52 ** 2);
    expect(figures.overall.measures?.deff).toBeCloseTo((120 * squares) / 124.8 ** 2, 8);
    expect(
      figures.by.town.map(({ level, visibility, measures }) => [
        level,
        visibility,
        measures?.share.value,
      ]),
    ).toEqual([
      ['choucheng', 'flagged', 1],
      ['fotang', 'flagged', 0.5],
      ['suxi', 'flagged', 0],
    ]);
  });

  test('carry the settings they were made with', () => {
    const settings = { ...defaultSettings, target: 0.9, smallestCell: 10 };
    const figures = estimate(everywhere(4, 'satisfied'), someMargins, settings);
    expect(figures.settings).toEqual(settings);
    expect(figures.verdict?.standing).toBe('above');
  });

  test('are those of the five parts where they were asked, all with the same weights', () => {
    const answers = everywhere(10, 'satisfied').map((answer) => ({
      ...answer,
      choices: {
        ...answer.choices,
        gain: answer.town === 'suxi' ? ('not_satisfied' as const) : ('satisfied' as const),
        confidence: 'dont_know' as const,
      },
    }));
    const { overall, otherParts } = estimate(answers, someMargins, defaultSettings);
    expect(overall.measures?.share.value).toBe(1);
    expect(Object.keys(otherParts)).toEqual(['gain', 'confidence']);
    expect(otherParts.gain?.measures?.share.value).toBeCloseTo(0.8, 8);
    expect(otherParts.confidence).toEqual({
      counts: { answered: 180, valid: 0, dontKnow: 180 },
      visibility: 'blanked',
      tally: null,
      weights: null,
      measures: null,
    });
  });

  test('are blank below 30 valid answers, with nothing said but how many there are', () => {
    const figures = estimate(everywhere(1, 'satisfied'), someMargins, defaultSettings);
    expect(figures.overall).toMatchObject({ visibility: 'blanked', tally: null, measures: null });
    expect(figures.verdict).toBeNull();
    expect(
      Object.values(figures.by)
        .flat()
        .every(({ measures }) => measures === null),
    ).toBe(true);
  });

  test('count sheets on which nothing was answered nowhere', () => {
    const blank: Answer = { town: 'suxi', age: '60+', sex: 'male', choices: {}, count: 500 };
    const answers = everywhere(10, 'satisfied');
    expect(estimate([...answers, blank], someMargins, defaultSettings)).toEqual(
      estimate(answers, someMargins, defaultSettings),
    );
  });

  test('have a row for those who did not say where they live, so that it cannot be subtracted', () => {
    const answers = [
      ...everywhere(20, 'satisfied'),
      sheets(5, 'not_satisfied', [null, '60+', 'male']),
    ];
    const { by } = estimate(answers, someMargins, defaultSettings);
    expect(by.town.filter(({ visibility }) => visibility === 'blanked')).toHaveLength(2);
    expect(by.town.at(-1)).toEqual({ level: null, visibility: 'blanked', measures: null });
    expect(by.sex.map(({ level }) => level)).toEqual(['female', 'male']);
  });

  test('say in the breakdowns what each town answered, also where it was merged to be weighed', () => {
    const answers = [
      ...everywhere(100, 'satisfied'),
      ...['female', 'male'].map((sex) => sheets(31, 'not_satisfied', ['dachen', '16-34', sex])),
    ];
    const margins = [
      ...someMargins,
      { variable: 'town' as const, level: 'dachen', population: 50 },
    ];
    const figures = estimate(answers, margins, defaultSettings);
    expect(figures.weighting.merges).toEqual([
      { variable: 'town', levels: ['dachen'], into: ['fotang'], because: 'small' },
    ]);
    expect(figures.by.town[1]).toMatchObject({
      level: 'dachen',
      measures: { share: { value: 0 } },
    });
  });

  test('without margins count every sheet as one', () => {
    const answers = [...everywhere(10, 'satisfied'), ...everywhere(10, 'not_satisfied')];
    const { weighting, overall } = estimate(answers, undefined, defaultSettings);
    expect(weighting).toMatchObject({ isWeighted: false, deff: 1, smallest: 1, largest: 1 });
    expect(overall.measures).toMatchObject({ deff: 1, effective: 360, share: { value: 0.5 } });
  });

  test('are the same to the last digit in whatever order answers and margins come', () => {
    const shuffled = fc
      .tuple(fullSamples, populations)
      .chain(([answers, margins]) =>
        fc.tuple(
          fc.constant(estimate(answers, margins, defaultSettings)),
          fc.shuffledSubarray(answers, { minLength: answers.length }),
          fc.shuffledSubarray(margins, { minLength: margins.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([figures, answers, margins]) => {
        expect(estimate(answers, margins, defaultSettings)).toEqual(figures);
      }),
      { numRuns: 40 },
    );
  });

  test('are the same whether alike sheets are counted or come one by one', () => {
    const counted = [...everywhere(7, 'satisfied'), ...everywhere(3, 'not_very_satisfied')];
    const single = counted.flatMap(({ count = 1, ...answer }) =>
      Array.from({ length: count }, () => answer),
    );
    expect(estimate(single, someMargins, defaultSettings)).toEqual(
      estimate(counted, someMargins, defaultSettings),
    );
  });

  test('are finite, and their verdict is that of their interval', () => {
    fc.assert(
      fc.property(fullSamples, populations, (answers, margins) => {
        const figures: Figures = estimate(answers, margins, defaultSettings);
        const share = figures.overall.measures?.share;
        const standing = share && standingOf(share, defaultSettings.target);
        return numbersOf(figures).every(Number.isFinite) && figures.verdict?.standing === standing;
      }),
      { numRuns: 60 },
    );
  });
});

describe('no figures are made, and a code says why, of', () => {
  const answers = everywhere(10, 'satisfied');

  test('no answers', () => {
    expect(code([])).toBe('answers_none');
    expect(code([{ town: null, age: null, sex: null, choices: {} }])).toBe('answers_none');
  });

  test.each([
    ['a choice that is none', { choices: { satisfaction: 'very' } }],
    ['a part of a sheet', { count: 0.5 }],
    ['fewer than no sheets', { count: -1 }],
    ['a count that is no number', { count: Number.NaN }],
    ['a town without a name', { town: '' }],
    ['a town left out', { town: undefined }],
  ])('an answer with %s', (_, change) => {
    expect(code([...answers, { ...answers[0], ...change } as Answer])).toBe('answer_invalid');
  });

  test.each(['town', 'age', 'sex'] as const)('margins without any %s', (variable) => {
    expect(
      code(
        answers,
        someMargins.filter((row) => row.variable !== variable),
      ),
    ).toBe('margin_empty');
  });

  test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])('a population of %d', (population) => {
    const margins = [...someMargins, { variable: 'town' as const, level: 'dachen', population }];
    expect(code(answers, margins)).toBe('margin_invalid');
  });

  test('a level that stands in the margins twice', () => {
    expect(code(answers, [...someMargins, ...someMargins])).toBe('margin_invalid');
  });

  test('an answer from a town the margins do not have', () => {
    const stranger = sheets(1, 'satisfied', ['hangzhou', '60+', 'male']);
    expect(code([...answers, stranger])).toBe('level_unknown');
  });

  test.each([
    { target: 1 },
    { target: Number.NaN },
    { smallestCategory: 1 },
    { trimFactor: 1 },
    { tolerance: 0 },
    { smallestCell: 0 },
    { flaggedCell: 1.5 },
    { points: { ...defaultSettings.points, satisfied: Number.NaN } },
  ])('settings with %o', (change) => {
    expect(code(answers, someMargins, { ...defaultSettings, ...change })).toBe('settings_invalid');
  });
});
