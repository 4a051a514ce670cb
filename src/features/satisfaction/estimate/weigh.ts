// From answers and margins to weights: merge, rake, trim, rake again.
import { type MarginRow, type Variable, variables } from './answers.ts';
import { effectiveOf } from './effective.ts';
import { checkLevels, populationOf } from './margins.ts';
import { type Category, type Merge, mergeSmall } from './merge.ts';
import { type Margin, rake } from './rake.ts';
import type { Settings } from './settings.ts';
import type { Stratum } from './strata.ts';
import { sheetsAbove, trim } from './trim.ts';

/** What was done to the weights, and how they came out. Their mean is 1. */
export interface Weighting {
  /** False where no margins were given: every sheet counts as one. */
  isWeighted: boolean;
  sheets: number;
  merges: Merge[];
  smallest: number;
  largest: number;
  /** How often weights were trimmed and raked again, and how many sheets still lie above the limit after the last time. */
  trimRounds: number;
  sheetsAbove: number;
  /** Kish's design effect of all sheets, and what they are worth. */
  deff: number;
  effective: number;
}

/** Each round leaves less to trim, unless the margins themselves need a heavier weight; then they win. */
const mostTrimRounds = 100;

/**
 * The margin of a variable. Sheets on which it is not stated keep the share of the sample they have, and the
 * population is spread over the others, so that a sheet is not lost for one thing left open.
 */
function marginOf(
  strata: readonly Stratum[],
  variable: Variable,
  categories: readonly Category[],
): Margin {
  const all = strata.reduce((sum, { sheets }) => sum + sheets, 0);
  const population = categories.reduce((sum, category) => sum + category.population, 0);
  const stated = categories.reduce((sum, { sheets }) => sum + sheets, 0);
  const places = new Map<string | null, number>([[null, categories.length]]);
  categories.forEach(({ levels }, at) => {
    for (const level of levels) places.set(level, at);
  });
  return {
    categories: strata.map((stratum) => places.get(stratum[variable]) as number),
    shares: [
      ...categories.map((category) => ((category.population / population) * stated) / all),
      (all - stated) / all,
    ],
  };
}

/** The weight of a sheet in each stratum; there is at least one. */
export function weigh(
  strata: readonly Stratum[],
  rows: readonly MarginRow[] | undefined,
  settings: Settings,
): { weights: number[]; weighting: Weighting } {
  const sheets = strata.map((stratum) => stratum.sheets);
  let weights = sheets.map(() => 1);
  const merges: Merge[] = [];
  let trimRounds = 0;
  if (rows) {
    const population = populationOf(rows);
    checkLevels(strata, population);
    const margins = variables.map((variable) => {
      const counts = new Map<string | null, number>();
      for (const stratum of strata) {
        const level = stratum[variable];
        counts.set(level, (counts.get(level) ?? 0) + stratum.sheets);
      }
      const merged = mergeSmall(
        variable,
        population[variable],
        (level) => counts.get(level) ?? 0,
        settings.smallestCategory,
      );
      merges.push(...merged.merges);
      return marginOf(strata, variable, merged.categories);
    });
    weights = rake(margins, sheets, weights, settings.tolerance);
    const { trimFactor } = settings;
    while (trimRounds < mostTrimRounds && sheetsAbove(sheets, weights, trimFactor) > 0) {
      weights = rake(margins, sheets, trim(sheets, weights, trimFactor), settings.tolerance);
      trimRounds += 1;
    }
  }
  const groups = sheets.map((count, at) => ({ count, weight: weights[at] as number }));
  const { n, deff, effective } = effectiveOf(groups);
  return {
    weights,
    weighting: {
      isWeighted: rows !== undefined,
      sheets: n,
      merges,
      smallest: weights.reduce((least, weight) => Math.min(least, weight)),
      largest: weights.reduce((most, weight) => Math.max(most, weight)),
      trimRounds,
      sheetsAbove: sheetsAbove(sheets, weights, settings.trimFactor),
      deff,
      effective,
    },
  };
}
