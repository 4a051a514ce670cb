// Who is missing: answers beside targets, and what unequal response does to what they are worth.
import type { MarginRow, Variable } from '../../../satisfaction/estimate/answers.ts';
import { EstimateError } from '../../../satisfaction/estimate/error.ts';
import { defaultSettings } from '../../../satisfaction/estimate/settings.ts';
import { weigh } from '../../../satisfaction/estimate/weigh.ts';
import { keyOf, type Stratum, type Target } from './strata.ts';

/** How many answered in a stratum, as they stated it. */
export interface Answered extends Stratum {
  answers: number;
}

/** Answers beside what was aimed at. */
interface Reached {
  answers: number;
  target: number;
  /** How many are still missing. */
  missing: number;
}

export interface Missing {
  /** Each stratum with a target, by its key. */
  cells: Map<string, Reached>;
  /** The same, by level of town, age and sex. */
  levels: Record<Variable, Map<string, Reached>>;
  all: Reached;
  /** Answers that leave town, age or sex open. */
  unstated: number;
  /** Answers from strata without a target. */
  outside: number;
  /** What the answers are worth once weighted to the targets (Kish); undefined where that cannot be told yet. */
  worth: { effective: number; deff: number } | undefined;
}

const fields = { town: 'town_code', age: 'age_band', sex: 'sex' } as const;
const variables = Object.keys(fields) as Variable[];

const reached = (answers: number, target: number): Reached => ({
  answers,
  target,
  missing: Math.max(0, target - answers),
});

function levelsOf(rows: readonly (Stratum & { of: number })[], variable: Variable) {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const level = row[fields[variable]];
    if (level !== null) sums.set(level, (sums.get(level) ?? 0) + row.of);
  }
  return sums;
}

/** The targets as margins: the figure itself is weighted by town, age and sex in the same way. */
const marginsOf = (targets: readonly Target[]): MarginRow[] =>
  variables.flatMap((variable) =>
    [
      ...levelsOf(
        targets.map((row) => ({ ...row, of: row.target })),
        variable,
      ),
    ].map(([level, population]) => ({ variable, level, population })),
  );

function worthOf(targets: readonly Target[], answered: readonly Answered[]): Missing['worth'] {
  const margins = marginsOf(targets);
  const known = new Set(margins.map(({ variable, level }) => `${variable}/${level}`));
  const strata = answered
    .map(({ town_code, age_band, sex, answers }) => ({
      town: town_code,
      age: age_band,
      sex,
      sheets: answers,
      tallies: {},
    }))
    .filter(
      (stratum) =>
        stratum.sheets > 0 &&
        variables.every(
          (variable) => stratum[variable] === null || known.has(`${variable}/${stratum[variable]}`),
        ),
    );
  if (targets.length === 0 || strata.length === 0) return undefined;
  try {
    const { effective, deff } = weigh(strata, margins, defaultSettings).weighting;
    return { effective, deff };
  } catch (error) {
    // Too few and too uneven to be weighted yet.
    if (error instanceof EstimateError) return undefined;
    throw error;
  }
}

/** Who is missing of those a wave aims at. */
export function missingOf(targets: readonly Target[], answered: readonly Answered[]): Missing {
  const counts = new Map(answered.map((row) => [keyOf(row), row.answers]));
  const wanted = new Set(targets.map(keyOf));
  const isStated = ({ town_code, age_band, sex }: Stratum) =>
    town_code !== null && age_band !== null && sex !== null;
  const sum = (rows: readonly Answered[]) => rows.reduce((all, { answers }) => all + answers, 0);
  const levels = Object.fromEntries(
    variables.map((variable) => {
      const answers = levelsOf(
        answered.map((row) => ({ ...row, of: row.answers })),
        variable,
      );
      const aims = levelsOf(
        targets.map((row) => ({ ...row, of: row.target })),
        variable,
      );
      return [
        variable,
        new Map([...aims].map(([level, aim]) => [level, reached(answers.get(level) ?? 0, aim)])),
      ];
    }),
  ) as Missing['levels'];
  return {
    cells: new Map(
      targets.map((row) => [keyOf(row), reached(counts.get(keyOf(row)) ?? 0, row.target)]),
    ),
    levels,
    all: reached(
      sum(answered),
      targets.reduce((all, { target }) => all + target, 0),
    ),
    unstated: sum(answered.filter((row) => !isStated(row))),
    outside: sum(answered.filter((row) => isStated(row) && !wanted.has(keyOf(row)))),
    worth: worthOf(targets, answered),
  };
}
