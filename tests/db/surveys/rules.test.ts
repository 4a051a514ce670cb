// The rules of questionnaires and answers stand twice: in the database and in the browser. They say the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../../../src/features/surveys/questionnaire/check-answers.ts';
import { checkQuestionnaire } from '../../../src/features/surveys/questionnaire/check-questionnaire.ts';
import { type Question, questionsOf } from '../../../src/features/surveys/questionnaire/schema.ts';
import {
  change,
  everyKind,
  invalidAnswers,
  invalidQuestionnaires,
  unfinishedDrafts,
  validAnswers,
} from '../../fixtures/questionnaires.ts';
import { sql } from '../../support/database.ts';
import { refusalOf } from '../../support/refusals.ts';

/** What the database finds wrong; undefined when nothing. */
async function said(query: Promise<unknown>, code: string) {
  try {
    await query;
    return undefined;
  } catch (error) {
    const refused = refusalOf(error);
    expect(refused).toMatchObject({ status: 400, code });
    return refused.detail;
  }
}
const json = (value: unknown) => JSON.stringify(value);
const questionnaireSaid = (content: unknown, isDraft = false) =>
  said(
    sql`select survey_private.refuse_invalid_questionnaire(${json(content)}::text::jsonb, ${isDraft})`,
    'questionnaire_invalid',
  );
const answersSaid = (answers: unknown) =>
  said(
    sql`select survey_private.refuse_invalid_answers(
      ${json(everyKind)}::text::jsonb, ${json(answers)}::text::jsonb)`,
    'answer_invalid',
  );

describe('a questionnaire', () => {
  test('with a question of each kind can be published', async () => {
    expect(await questionnaireSaid(everyKind)).toBeUndefined();
    expect(checkQuestionnaire(everyKind)).toBeUndefined();
  });

  test.each(invalidQuestionnaires)(
    'with %s is refused by both, at the same place',
    async (_, content, at, why) => {
      expect(await questionnaireSaid(content)).toEqual({ at, why });
      expect(checkQuestionnaire(content)).toEqual({ at, why });
    },
  );

  test.each(unfinishedDrafts)('with %s is a draft, and cannot be published', async (_, content) => {
    expect(await questionnaireSaid(content, true)).toBeUndefined();
    expect(checkQuestionnaire(content, true)).toBeUndefined();
    const problem = checkQuestionnaire(content);
    expect(problem).toBeDefined();
    expect(await questionnaireSaid(content)).toEqual(problem);
  });

  test('of more than 200 kB is refused by the database', async () => {
    const options = Array.from({ length: 30 }, (_, n) => ({
      id: `o${n}`,
      zh: '长'.repeat(190),
      en: '长'.repeat(190),
    }));
    const [, ways] = questionsOf(everyKind);
    const content = change(
      everyKind,
      'sections.0.questions',
      Array.from({ length: 10 }, (_, n) => ({ ...ways, options, id: `q${n}` })),
    );
    expect(await questionnaireSaid(content)).toEqual({ at: '', why: 'too_long' });
  });

  test('in which anything is anything is judged alike', async () => {
    const paths: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (path) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inside] of Object.entries(value))
        walk(inside, path ? `${path}.${key}` : key);
    };
    walk(everyKind, '');
    const pool = [
      null,
      true,
      false,
      0,
      1,
      2,
      11,
      1.5,
      '',
      'walk',
      'satisfied',
      'ways',
      [],
      ['walk'],
      {},
      undefined,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...pool)), {
          minLength: 1,
          maxLength: 2,
        }),
        fc.boolean(),
        async (changes, isDraft) => {
          let content: unknown = everyKind;
          for (const [path, value] of changes) {
            try {
              content = change(content, path, value);
            } catch {
              // The first change took away what the second is about.
            }
          }
          // What JSON cannot say is not sent.
          const sent = JSON.parse(json(content));
          expect(checkQuestionnaire(sent, isDraft)).toEqual(await questionnaireSaid(sent, isDraft));
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('answers', () => {
  test.each(validAnswers)('with %s fit, for both', async (_, answers) => {
    expect(await answersSaid(answers)).toBeUndefined();
    expect(checkAnswers(everyKind, answers)).toBeUndefined();
  });

  test.each(invalidAnswers)(
    'with %s are refused by both, for the same reason',
    async (_, answers, question, why) => {
      expect(await answersSaid(answers)).toEqual({ question, why });
      expect(checkAnswers(everyKind, answers)).toEqual({ question, why });
    },
  );

  test('of any kind to any question are judged alike', async () => {
    const idsOf = (question: Question) =>
      'options' in question ? question.options.map(({ id }) => id) : ['dont_know'];
    const arbitraryOf = (question: Question): fc.Arbitrary<unknown> => {
      const option = fc.constantFrom(...idsOf(question), 'other', '');
      const rows = question.kind === 'matrix' ? question.rows.map(({ id }) => id) : ['row'];
      return fc.oneof(
        { weight: 3, arbitrary: option },
        { weight: 3, arbitrary: fc.array(option, { maxLength: 4 }) },
        fc.integer({ min: -1, max: 12 }),
        fc.double({ min: -2, max: 600, noNaN: true }),
        fc.dictionary(fc.constantFrom(...rows, 'sea'), option, { maxKeys: 3 }),
        fc.string({ unit: fc.constantFrom('a', ' ', '　', '好', '🌳', '\n'), maxLength: 24 }),
        fc.constantFrom(null, true, {}, [], [null]),
      );
    };
    const anyAnswers = fc.record(
      Object.fromEntries(questionsOf(everyKind).map((one) => [one.id, arbitraryOf(one)])),
      { requiredKeys: [] },
    );
    // Mostly what fits, with one thing or another put in its place: else the first question decides.
    const answers = fc
      .tuple(
        fc.constantFrom(...validAnswers.map(([, one]) => one)),
        anyAnswers,
        fc.subarray(
          questionsOf(everyKind).map(({ id }) => id),
          { maxLength: 3 },
        ),
      )
      .map(([base, other, keys]) => {
        const mixed: Record<string, unknown> = { ...base };
        for (const key of keys) {
          if (Object.hasOwn(other, key)) mixed[key] = other[key];
          else delete mixed[key];
        }
        return mixed;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(answers, anyAnswers), async (one) => {
        const sent = JSON.parse(json(one));
        expect(checkAnswers(everyKind, sent)).toEqual(await answersSaid(sent));
      }),
      { numRuns: 1000 },
    );
  });

  test('give the choice of each part that was answered', async () => {
    const choicesOf = async (answers: object) => {
      const [row] = await sql`select survey_private.get_choices(
        ${json(answers)}::text::jsonb, ${json(everyKind)}::text::jsonb) as choices`;
      return row?.choices;
    };
    expect(await choicesOf({ overall: 'dont_know', water: 3 })).toEqual({
      satisfaction: 'dont_know',
    });
    expect(await choicesOf({ water: 3 })).toEqual({});
  });
});
