import { describe, expect, test } from 'vitest';
import {
  addOption,
  asPart,
  changeQuestion,
  earlierChoices,
  freeId,
  moveBy,
  moveQuestion,
  newQuestion,
  newSection,
  questionKinds,
  restoreQuestion,
  withDontKnow,
} from '../../../src/features/surveys/bureau/questionnaires/edit';
import { checkQuestionnaire } from '../../../src/features/surveys/questionnaire/check-questionnaire';
import {
  type QuestionOf,
  questionsOf,
  type Section,
} from '../../../src/features/surveys/questionnaire/schema';
import { zhCN } from '../../../src/i18n/zh-CN';
import { everyKind } from '../../fixtures/questionnaires';

const { sections } = everyKind;
const idsOf = (some: Section[]) =>
  some.map(({ questions }) => questions.map(({ id }) => id).join(' '));
const words = Object.fromEntries(
  Object.entries(zhCN.satisfaction.choices).map(([id, zh]) => [id, { zh, en: id }]),
) as Parameters<typeof asPart>[2];

describe('a questionnaire being written', () => {
  test('takes a new question of each kind as a draft, with an id of its own', () => {
    let written: Section[] = [newSection([])];
    for (const kind of questionKinds) {
      const [section] = written as [Section];
      const question = newQuestion(written, kind);
      written = [{ ...section, questions: [...section.questions, question] }];
    }
    expect(idsOf(written)).toEqual(['q1 q2 q3 q4 q5 q6']);
    expect(checkQuestionnaire({ sections: written }, true)).toBeUndefined();
    expect(checkQuestionnaire({ sections: written })?.why).toBe('missing');
  });

  test('gives the first id that is free', () => {
    expect(freeId('q', ['q1', 'q3'])).toBe('q2');
  });

  test('moves questions within a section and on into the next one, and stops at the ends', () => {
    expect(idsOf(moveQuestion(sections, 0, 0, 1))[0]).toBe('ways overall trees');
    expect(idsOf(moveQuestion(sections, 0, 2, 1))).toEqual([
      'overall ways',
      'trees air water places parks why comment',
    ]);
    expect(idsOf(moveQuestion(sections, 1, 0, -1))[0]).toBe('overall ways trees air');
    expect(moveQuestion(sections, 0, 0, -1)).toBe(sections);
    expect(moveQuestion(sections, 1, 5, 1)).toBe(sections);
    expect(moveBy(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    expect(moveBy(['a', 'b'], 1, -1)).toEqual(['b', 'a']);
  });

  test('puts a deleted question back where it was, whatever was written since', () => {
    const [first, second] = sections as [Section, Section];
    const deleted = first.questions[1] as QuestionOf<'multiple'>;
    const without = [
      { ...first, questions: first.questions.filter((one) => one !== deleted) },
      second,
    ];
    const since = changeQuestion(without, 'overall', (one) => ({ ...one, required: false }));
    const restored = restoreQuestion(since, 'first', 1, deleted);
    expect(idsOf(restored)).toEqual(idsOf(sections));
    expect(restored[0]?.questions[0]?.required).toBe(false);
    // Its section went too: at the end of the last one it is not lost.
    expect(idsOf(restoreQuestion([second], 'first', 9, deleted))).toEqual([
      'air water places parks why comment ways',
    ]);
  });

  test('keeps “don’t know” last', () => {
    const options = [{ id: 'a', zh: '甲', en: 'A' }];
    const both = withDontKnow(options, { zh: '说不清', en: "Don't know" });
    expect(addOption(both).map(({ id }) => id)).toEqual(['a', 'option1', 'dont_know']);
    expect(withDontKnow(both, undefined)).toEqual(options);
  });

  test('gives a question that is estimated the options the estimation knows', () => {
    const plain = newQuestion([], 'single') as QuestionOf<'single'>;
    const marked = { ...asPart(plain, 'gain', words), text: { zh: '问', en: 'Q' } };
    const one = [{ ...newSection([]), title: { zh: '题', en: 'T' }, questions: [marked] }];
    expect(checkQuestionnaire({ sections: one })).toBeUndefined();
    expect(asPart(marked, undefined, words).part).toBeUndefined();
  });

  test('lets a question hang on earlier questions with options alone', () => {
    expect(earlierChoices(sections, 'why').map(({ id }) => id)).toEqual(['overall', 'ways']);
    expect(earlierChoices(sections, 'overall')).toEqual([]);
    expect(questionsOf(everyKind)).toHaveLength(9);
  });
});
