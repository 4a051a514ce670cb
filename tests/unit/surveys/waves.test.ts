import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codesFile,
  invitationAddress,
} from '../../../src/features/surveys/bureau/waves/codes-file';
import { contentOfWave, newWave, wishOf } from '../../../src/features/surveys/bureau/waves/content';
import { daysOf } from '../../../src/features/surveys/bureau/waves/days';
import { type Answered, missingOf } from '../../../src/features/surveys/bureau/waves/missing';
import {
  columns,
  drawOf,
  keyOf,
  sizeOf,
  type Target,
  targetsOf,
} from '../../../src/features/surveys/bureau/waves/strata';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { townCodes } from '../../../src/lib/towns';
import { parseCsv } from '../../support/csv';

const target = (town_code: string, at: number, number: number): Target => ({
  town_code,
  ...(columns[at] as (typeof columns)[number]),
  target: number,
});
const answered = ({ target: _, ...stratum }: Target, answers: number): Answered => ({
  ...stratum,
  answers,
});

describe('targets', () => {
  test('keep one order and leave out what is empty, however they were typed', () => {
    const some = [target('fotang', 3, 5), target('choucheng', 0, 2)];
    const numbers = new Map(some.map((row) => [keyOf(row), row.target]));
    numbers.set(keyOf(target('suxi', 1, 0)), 0);
    expect(targetsOf(numbers)).toEqual([target('choucheng', 0, 2), target('fotang', 3, 5)]);
  });

  test('are drawn so many times over, stratum by stratum', () => {
    const draw = drawOf([target('fotang', 3, 5), target('choucheng', 0, 2)], 3);
    expect(draw.map(({ count }) => count)).toEqual([15, 6]);
    expect(sizeOf(draw)).toBe(21);
    expect(drawOf([], 40)).toEqual([{ town_code: null, age_band: null, sex: null, count: 40 }]);
  });
});

describe('who is missing', () => {
  const targets = [
    target('choucheng', 0, 50),
    target('choucheng', 7, 50),
    target('fotang', 0, 100),
  ];
  const [young, old, fotang] = targets as [Target, Target, Target];

  test('is told by stratum and by town, age and sex', () => {
    const missing = missingOf(targets, [answered(young, 20), answered(fotang, 130)]);
    expect(missing.cells.get(keyOf(young))).toEqual({ answers: 20, target: 50, missing: 30 });
    expect(missing.cells.get(keyOf(old))).toEqual({ answers: 0, target: 50, missing: 50 });
    expect(missing.cells.get(keyOf(fotang))).toEqual({ answers: 130, target: 100, missing: 0 });
    expect(missing.levels.town.get('choucheng')).toEqual({ answers: 20, target: 100, missing: 80 });
    expect(missing.levels.sex.get('male')).toEqual({ answers: 0, target: 50, missing: 50 });
    expect(missing.all).toEqual({ answers: 150, target: 200, missing: 50 });
  });

  test('counts apart who did not say, and who belongs to no target', () => {
    const missing = missingOf(targets, [
      { town_code: 'choucheng', age_band: null, sex: 'female', answers: 4 },
      answered(target('suxi', 1, 1), 3),
    ]);
    expect([missing.unstated, missing.outside, missing.all.answers]).toEqual([4, 3, 7]);
  });

  test('costs nothing where everybody answers alike', () => {
    const { worth } = missingOf(
      targets,
      targets.map((row) => answered(row, row.target)),
    );
    expect(worth?.effective).toBeCloseTo(200, 6);
    expect(worth?.deff).toBeCloseTo(1, 9);
  });

  test('costs what Kish says: two towns of one size, of which one answers three times as often', () => {
    const two = [target('choucheng', 0, 100), target('fotang', 0, 100)];
    const { worth } = missingOf(two, [
      answered(two[0] as Target, 150),
      answered(two[1] as Target, 50),
    ]);
    // Weights 2/3 and 2: 200 · (150 · 4/9 + 50 · 4) ÷ 200² = 4/3.
    expect(worth?.deff).toBeCloseTo(4 / 3, 6);
    expect(worth?.effective).toBeCloseTo(150, 6);
  });

  test('is never told to be worth more than it is, whatever was answered', () => {
    const rows = fc.array(
      fc.record({
        town_code: fc.option(fc.constantFrom(...townCodes)),
        age_band: fc.option(fc.constantFrom(...columns.map(({ age_band }) => age_band))),
        sex: fc.option(fc.constantFrom('female' as const, 'male' as const)),
        answers: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const { worth, all } = missingOf(targets, some);
        return worth === undefined || (worth.deff >= 1 && worth.effective <= all.answers + 1e-6);
      }),
    );
  });

  test('has no worth before anybody answered, or without targets', () => {
    expect(missingOf(targets, []).worth).toBeUndefined();
    expect(missingOf([], [answered(young, 20)]).worth).toBeUndefined();
  });
});

test('days come newest first, with a column for each mode and a total', () => {
  const { days, total } = daysOf([
    { day: '2026-11-01', mode: 'web', answers: 3 },
    { day: '2026-11-02', mode: 'phone', answers: 1 },
    { day: '2026-11-01', mode: 'paper', answers: 2 },
  ]);
  expect(days).toEqual([
    { day: '2026-11-02', web: 0, phone: 1, paper: 0, all: 1 },
    { day: '2026-11-01', web: 3, phone: 0, paper: 2, all: 5 },
  ]);
  expect(total).toEqual({ web: 3, phone: 1, paper: 2, all: 6 });
});

test('the file of codes has a link for each, and leaves empty what the sample does not know', () => {
  const site = new URL('https://example.org/');
  const { waves: t, desk } = dictionaryOf('en');
  const file = codesFile(
    [
      {
        number: 1,
        code: 'ABCDEFGHJK2',
        town_code: 'fotang',
        age_band: '60_over',
        sex: 'female',
        is_used: true,
      },
      {
        number: 2,
        code: '23456789AB3',
        town_code: null,
        age_band: null,
        sex: null,
        is_used: false,
      },
    ],
    { t, desk, locale: 'en', site },
  );
  expect(parseCsv(file)).toEqual([
    ['Number', 'Code', 'Link', 'Town', 'Age', 'Sex', 'Used'],
    [
      '1',
      'ABCD-EFGH-JK2',
      'https://example.org/en/survey/?code=ABCDEFGHJK2',
      'Fotang Town',
      '60 and over',
      'Female',
      'Yes',
    ],
    ['2', '2345-6789-AB3', 'https://example.org/en/survey/?code=23456789AB3', '', '', '', 'No'],
  ]);
  expect(invitationAddress(site, 'zh-CN', 'ABC')).toBe('https://example.org/survey/?code=ABC');
});

test('a wave goes into its form and back', () => {
  const content = {
    ...newWave('42000001-0000-4000-8000-000000000000/2', '2026-12-01'),
    title_zh: '甲',
  };
  const { targets, ...wish } = wishOf(content);
  expect(wish).toMatchObject({
    questionnaire_id: '42000001-0000-4000-8000-000000000000',
    questionnaire_version: 2,
    title_zh: '甲',
  });
  const row = { ...wish, id: content.id, questionnaire_version: 2, form_expires_on: null };
  expect(contentOfWave(row, targets)).toEqual(content);
  expect(wishOf({ ...content, questionnaire: '' }).questionnaire_version).toBeNull();
});
