// Answers of the same town, age and sex are alike for all that follows, so they are counted once here. A hundred
// thousand answers become some hundred strata, always in the same order: the figures do not hang on that of the answers.
import {
  type Answer,
  byCode,
  choices,
  type Part,
  type Place,
  parts,
  type Tally,
  variables,
} from './answers.ts';
import { emptyTally, sheetsOf } from './validity.ts';

/** All sheets of one town, age and sex. */
export interface Stratum extends Place {
  sheets: number;
  tallies: Partial<Record<Part, Tally>>;
}

/** Not stated comes after all that was stated. */
const compareLevels = (one: string | null, other: string | null): number =>
  one === null || other === null
    ? Number(one === null) - Number(other === null)
    : byCode(one, other);

/** The strata somebody answered in, ordered by town, age and sex. Throws `answer_invalid`. */
export function strataOf(answers: readonly Answer[]): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const answer of answers) {
    const sheets = sheetsOf(answer);
    if (sheets === 0) continue;
    const { town, age, sex } = answer;
    const key = JSON.stringify([town, age, sex]);
    let stratum = strata.get(key);
    if (!stratum) {
      stratum = { town, age, sex, sheets: 0, tallies: {} };
      strata.set(key, stratum);
    }
    stratum.sheets += sheets;
    for (const part of parts) {
      const choice = answer.choices[part];
      if (choice === undefined) continue;
      stratum.tallies[part] ??= emptyTally();
      stratum.tallies[part][choice] += sheets;
    }
  }
  return [...strata.values()].sort(
    (one, other) =>
      variables
        .map((variable) => compareLevels(one[variable], other[variable]))
        .find((order) => order !== 0) ?? 0,
  );
}

/** A part's tallies added up. */
export function tallyOf(strata: readonly Stratum[], part: Part): Tally {
  const sum = emptyTally();
  for (const { tallies } of strata) {
    for (const choice of choices) sum[choice] += tallies[part]?.[choice] ?? 0;
  }
  return sum;
}
