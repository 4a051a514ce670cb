import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import indicatorsJson from '../../../src/content/plan/indicators.json';
import organisationsJson from '../../../src/content/plan/organisations.json';
import { indicator } from '../../../src/features/plan/schema';

const indicators = z.array(indicator).parse(indicatorsJson);
const byNumber = (number: number) => {
  const found = indicators.find((row) => row.number === number);
  if (!found) throw new Error(`indicator ${number} is missing`);
  return found;
};

describe('the indicators of 表7', () => {
  test('are numbered 1 to 20 without a gap, in order', () => {
    expect(indicators.map((row) => row.number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test('name only departments that organisations.json knows', () => {
    const unknown = indicators
      .flatMap((row) => row.departments)
      .filter((code) => !Object.hasOwn(organisationsJson, code));
    expect(unknown).toEqual([]);
  });

  test('explain themselves in exactly one sentence in each language', () => {
    for (const { meaning } of indicators) {
      expect(meaning.zh).toMatch(/^[^。！？]+。$/);
      expect(meaning.en).toMatch(/^[A-Z][^.!?]+\.$/);
    }
  });

  test('call a task by the same names in every row', () => {
    const namesOf = new Map(indicators.map(({ task }) => [task.code, task]));
    expect(namesOf.size).toBe(8);
    for (const { task } of indicators) expect(task).toEqual(namesOf.get(task.code));
  });

  test('show the numbers of their targets in the words of both languages', () => {
    for (const { target2024 } of indicators) {
      if (!('value' in target2024)) continue;
      expect(target2024.zh).toContain(`${target2024.value}%`);
      expect(target2024.en).toContain(`${target2024.value}%`);
    }
  });

  test.each([
    [1, 'above', 96],
    [2, 'equal', 100],
    [3, 'equal', 100],
    [4, 'equal', 100],
    [5, 'above', 95],
    [6, 'equal', 100],
    [7, 'above', 50],
    [17, 'above', 95],
    [20, 'above', 3],
  ] as const)('have for number %i the target: %s %d %%', (number, comparison, value) => {
    expect(byNumber(number).target2024).toMatchObject({ comparison, value, unit: { zh: '%' } });
  });

  test('ask for no number where the plan asks for a course or a result', () => {
    const courses = indicators
      .filter((row) => !('value' in row.target2024))
      .map((row) => [row.number, row.target2024.comparison]);
    expect(courses).toEqual([
      [8, 'kept'],
      [9, 'not-reduced'],
      [10, 'rising'],
      [11, 'rising'],
      [12, 'rising'],
      [13, 'rising'],
      [14, 'rising'],
      [15, 'rising'],
      [16, 'achieved'],
      [18, 'established'],
      [19, 'established'],
    ]);
  });

  test('hold the 2021 figures of the plan, and none where it has none', () => {
    expect(indicators.map((row) => row.baseline2021.value ?? null)).toEqual([
      98.6,
      100,
      100,
      100,
      93.12,
      100,
      50.95,
      1783,
      223.27,
      null,
      9.98,
      62.67,
      2.34,
      9.41,
      3.19,
      null,
      null,
      null,
      null,
      3.1,
    ]);
  });
});

describe('indicator 17, public satisfaction', () => {
  const { baseline2021, target2024 } = byNumber(17);

  test('is a share with no share measured in 2021', () => {
    expect(target2024).toMatchObject({ comparison: 'above', value: 95, unit: { zh: '%' } });
    expect(baseline2021.value).toBeUndefined();
    expect(baseline2021.zh).toBe('未开展');
  });

  test('keeps 88.38 as another measure, named as a score', () => {
    expect(baseline2021.otherMeasure).toMatchObject({ value: 88.38, unit: { zh: '分' } });
    expect(baseline2021.otherMeasure?.name.zh).toContain('得分');
    expect(baseline2021.otherMeasure?.name.en).toContain('score');
  });

  test('is the only indicator with another measure beside it', () => {
    expect(indicators.filter((row) => row.baseline2021.otherMeasure)).toHaveLength(1);
  });
});

describe('the indicator schema', () => {
  const share = byNumber(17);
  const withBaseline = (baseline: object) => ({
    ...share,
    baseline2021: { ...share.baseline2021, ...baseline },
  });

  test('refuses another measure beside a value of the indicator itself', () => {
    const mixed = withBaseline({ value: 88.38, unit: { zh: '%', en: '%' } });
    expect(indicator.safeParse(mixed).success).toBe(false);
  });

  test('refuses a baseline value without a unit', () => {
    const bare = withBaseline({ value: 88.38, otherMeasure: undefined });
    expect(indicator.safeParse(bare).success).toBe(false);
  });

  test('refuses a number on a target that only names a course', () => {
    const target2024 = { ...byNumber(10).target2024, value: 5 };
    expect(indicator.safeParse({ ...byNumber(10), target2024 }).success).toBe(false);
  });
});
