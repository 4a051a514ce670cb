import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { city } from '../../../src/features/case-studies/drawn/city';
import {
  countDots,
  dotAt,
  dotField,
  dotsPath,
  layoutOf,
} from '../../../src/features/case-studies/drawn/dots';
import { fold } from '../../../src/features/case-studies/drawn/folded';
import { sidesOf } from '../../../src/features/case-studies/drawn/squares';
import { caseFacts } from '../../../src/features/case-studies/schema';
import { cases } from './cases';

const plan = readFileSync(join(import.meta.dirname, '../../fixtures/plan.txt'), 'utf8');
const plain = plan.replace(/\s/g, '');

describe('dots', () => {
  test('are as many as the figure holds of what one stands for', () => {
    const field = dotField({ value: 19_900, approximately: 'exactly' }, { each: 100 });
    expect(field).toEqual({ full: 199, part: 0, hollow: 0, rest: 0 });
  });

  test('end with a part of one for what is left over', () => {
    const field = dotField({ value: 12_967_200, approximately: 'exactly' }, { each: 10_000 });
    expect(field).toEqual({ full: 1296, part: 0.72, hollow: 0, rest: 0 });
    expect(countDots(field)).toBe(1297);
  });

  test('have a hollow one more where the plan says more than', () => {
    const field = dotField({ value: 220_000, approximately: 'more-than' }, { each: 1000 });
    expect(field).toMatchObject({ full: 220, hollow: 1 });
  });

  test('have the last one hollow where the plan says nearly', () => {
    const field = dotField({ value: 100_000, approximately: 'nearly' }, { each: 1000 });
    expect(field).toMatchObject({ full: 99, hollow: 1 });
    expect(countDots(field)).toBe(100);
  });

  test.each(['exactly', 'more-than', 'nearly'] as const)(
    'of a whole come to the whole, %s',
    (approximately) => {
      const of = { value: 442, label: { zh: '全市', en: 'all' } };
      expect(countDots(dotField({ value: 112, approximately }, { each: 1, of }))).toBe(442);
    },
  );

  test.each([5, 46, 199, 1297])('stand apart, each in its own place: %d of them', (count) => {
    const layout = layoutOf(count);
    const places = Array.from({ length: count }, (_, index) => dotAt(index, layout));
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    expect(dotsPath(0, count, layout).match(/h0/g)).toHaveLength(count);
  });
});

describe('a length beside the city', () => {
  test('has runs that come to the length on the scale of the frame', () => {
    const { path, height, runs } = fold(280);
    const drawn = [...path.matchAll(/v([\d.]+)/g)].reduce((sum, [, run]) => sum + Number(run), 0);
    expect(drawn / height).toBeCloseTo(280 / city.northSouth, 2);
    expect(runs).toBeCloseTo(4.815, 3);
  });

  test('lies as close as the longest of its page', () => {
    expect(fold(2416, 6000).pitch).toBe(fold(6000).pitch);
    expect(fold(2416, 6000).width).toBeLessThan(fold(6000).width);
  });

  test('stands beside a frame with the proportions of the city', () => {
    const { boxWidth, height } = fold(6000);
    expect(boxWidth / height).toBeCloseTo(city.eastWest / city.northSouth, 6);
  });

  test.each([280, 2416, 6000])('fits the margin of a page: %d km', (kilometres) => {
    expect(fold(kilometres).width).toBeLessThanOrEqual(280);
  });

  test('takes the measures of the city from the plan', () => {
    expect(plain).toContain(`南北长${city.northSouth}公里，东西宽${city.eastWest}公里`);
    expect(plain).toContain(`市域面积${city.area}平方公里`);
  });
});

describe('two squares', () => {
  test('have areas in the proportion of the figures', () => {
    const { own, beside } = sidesOf({ value: 10_132, unit: 'mu' }, { value: 1500, unit: 'mu' });
    expect(own ** 2 / beside ** 2).toBeCloseTo(10_132 / 1500, 6);
  });

  test('know that 1,035 mu are 690,000 square metres', () => {
    const sides = sidesOf({ value: 1035, unit: 'mu' }, { value: 690_000, unit: 'square-metres' });
    expect(sides.own).toBeCloseTo(sides.beside, 6);
  });
});

describe.each(cases)('the figures of $slug', ({ facts }) => {
  const drawn = facts.figures.flatMap(({ value, drawing }) =>
    drawing ? [{ value, drawing }] : [],
  );

  test('are not taken without one that is drawn', () => {
    expect(drawn).not.toEqual([]);
    const bare = facts.figures.map(({ drawing, ...figure }) => figure);
    expect(caseFacts.safeParse({ ...facts, figures: bare }).success).toBe(false);
  });

  test('say in words how much one dot stands for', () => {
    for (const { drawing } of drawn) {
      if (drawing.kind !== 'dots' || drawing.each === 1) continue;
      const amount = drawing.each >= 10_000 ? /^1(万|亿)/ : new RegExp(`^${drawing.each}`);
      expect(drawing.dot.zh).toMatch(amount);
    }
  });

  test('are held against figures of the plan', () => {
    for (const { value, drawing } of drawn) {
      if (drawing.kind === 'squares') {
        expect(drawing.own.value).toBe(value);
        const inPlan = String(drawing.beside.value).replace(/0000$/, '万');
        expect(plain).toContain(inPlan);
      }
      if (drawing.kind === 'dots' && drawing.of && drawing.of.value !== 100) {
        expect(plain).toContain(String(drawing.of.value));
      }
    }
  });
});
