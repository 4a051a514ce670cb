import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepAsked, questionsAsked } from '../../../src/features/surveys/questionnaire/asked';
import { checkAnswers } from '../../../src/features/surveys/questionnaire/check-answers';
import { optionsInOrder } from '../../../src/features/surveys/questionnaire/order';
import { type Question, questionsOf } from '../../../src/features/surveys/questionnaire/schema';
import { everyKind, validAnswers } from '../../fixtures/questionnaires';

const idsAsked = (answers: Parameters<typeof questionsAsked>[1]) =>
  questionsAsked(everyKind, answers).map(({ id }) => id);

describe('the questions asked', () => {
  test('are those without a condition at first, and more as answers call for them', () => {
    expect(idsAsked({})).toEqual(['overall', 'ways', 'air', 'water', 'parks', 'comment']);
    expect(idsAsked({ overall: 'not_satisfied', ways: ['walk', 'plant'] })).toEqual(
      questionsOf(everyKind).map(({ id }) => id),
    );
  });

  test('leave nothing behind of an answer that is not asked for any more', () => {
    const answers = { overall: 'satisfied', ways: ['walk'], trees: 5, water: 2, why: '？' };
    expect(keepAsked(everyKind, answers)).toEqual({
      overall: 'satisfied',
      ways: ['walk'],
      water: 2,
    });
  });

  test('of answers that fit are all there is to keep', () => {
    for (const [, answers] of validAnswers) {
      const kept = keepAsked(everyKind, answers as Parameters<typeof keepAsked>[1]);
      expect(kept).toEqual(answers);
      expect(checkAnswers(everyKind, kept)).toBeUndefined();
    }
  });
});

describe('shuffled options', () => {
  const ways = questionsOf(everyKind)[1] as Question;
  const orderOf = (seed: string) => optionsInOrder(ways, seed).map(({ id }) => id);

  test('are all there, “don’t know” last, and in the same order for the same device', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const order = orderOf(seed);
        expect([...order].sort()).toEqual(['none', 'plant', 'sort', 'walk']);
        expect(order.at(-1)).toBe('none');
        expect(orderOf(seed)).toEqual(order);
      }),
    );
  });

  test('come in every order about equally often', () => {
    const counts: Record<string, number> = {};
    for (let device = 0; device < 6000; device += 1) {
      const order = orderOf(`device-${device}`).join();
      counts[order] = (counts[order] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toHaveLength(6);
    for (const count of Object.values(counts)) {
      expect(count).toBeGreaterThan(850);
      expect(count).toBeLessThan(1150);
    }
  });

  test('stay as they are where the question does not ask for it', () => {
    const overall = questionsOf(everyKind)[0] as Question;
    expect(optionsInOrder(overall, 'x').map(({ id }) => id)).toEqual([
      'satisfied',
      'fairly_satisfied',
      'not_very_satisfied',
      'not_satisfied',
      'dont_know',
    ]);
  });
});
