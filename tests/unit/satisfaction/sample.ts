import fc from 'fast-check';
import type {
  Answer,
  Choice,
  MarginRow,
} from '../../../src/features/satisfaction/estimate/answers';
import { choices } from '../../../src/features/satisfaction/estimate/answers';
import { EstimateError } from '../../../src/features/satisfaction/estimate/error';

/** So many sheets of one kind. */
export const sheets = (
  count: number,
  choice: Choice,
  [town, age, sex]: [string | null, string | null, string | null],
): Answer => ({ town, age, sex, count, choices: { satisfaction: choice } });

export const levels = {
  town: ['choucheng', 'fotang', 'suxi'],
  age: ['16-34', '35-59', '60+'],
  sex: ['female', 'male'],
};

/** Margins of these populations, by the levels above. */
const marginsOf = (populations: Record<keyof typeof levels, readonly number[]>): MarginRow[] =>
  (['town', 'age', 'sex'] as const).flatMap((variable) =>
    levels[variable].map((level, at) => ({
      variable,
      level,
      population: populations[variable][at] ?? 1,
    })),
  );

export const someMargins = marginsOf({
  town: [500, 300, 200],
  age: [400, 350, 250],
  sex: [520, 480],
});

/** Samples in which every town, age and sex stands beside every other, so that all margins can be met. */
export const fullSamples = fc
  .tuple(
    ...levels.town.flatMap((town) =>
      levels.age.flatMap((age) =>
        levels.sex.map((sex) =>
          fc
            .array(fc.tuple(fc.constantFrom(...choices), fc.integer({ min: 1, max: 60 })), {
              minLength: 1,
              maxLength: 4,
            })
            .map((some) => some.map(([choice, count]) => sheets(count, choice, [town, age, sex]))),
        ),
      ),
    ),
  )
  .map((cells) => cells.flat());

const people = fc.integer({ min: 200, max: 1000 });
export const populations = fc
  .record({
    town: fc.tuple(people, people, people),
    age: fc.tuple(people, people, people),
    sex: fc.tuple(people, people),
  })
  .map(marginsOf);

/** The code with which something refuses; undefined where it does not. */
export function codeOf(task: () => unknown): string | undefined {
  try {
    task();
    return undefined;
  } catch (error) {
    if (error instanceof EstimateError) return error.problem.code;
    throw error;
  }
}
