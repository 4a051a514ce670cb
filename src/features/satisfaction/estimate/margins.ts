import { type MarginRow, type Variable, variables } from './answers.ts';
import { EstimateError } from './error.ts';
import type { Stratum } from './strata.ts';

/** The population of each level, by variable. */
export type Population = Record<Variable, Map<string, number>>;

/**
 * Margins by variable. Throws `margin_invalid` for a level named twice or a number of people that is not above 0,
 * `margin_empty` for a variable without any level.
 */
export function populationOf(rows: readonly MarginRow[]): Population {
  const population: Population = { town: new Map(), age: new Map(), sex: new Map() };
  for (const { variable, level, population: people } of rows) {
    const refuse = (what: string) => {
      throw new EstimateError({ code: 'margin_invalid', message: what, variable, level });
    };
    if (!variables.includes(variable)) refuse(`“${variable}” is not town, age or sex.`);
    if (typeof level !== 'string' || level === '') refuse(`A level of ${variable} has no name.`);
    if (!Number.isFinite(people) || people <= 0) {
      refuse(`The population of ${variable} “${level}” has to be a number above 0.`);
    }
    if (population[variable].has(level)) refuse(`The ${variable} “${level}” stands there twice.`);
    population[variable].set(level, people);
  }
  for (const variable of variables) {
    if (population[variable].size === 0) {
      throw new EstimateError({
        code: 'margin_empty',
        message: `There is no population by ${variable}: the margins need at least one row of it.`,
        variable,
      });
    }
  }
  return population;
}

/** Throws `level_unknown` for an answer in a level the margins do not have. */
export function checkLevels(strata: readonly Stratum[], population: Population): void {
  for (const stratum of strata) {
    for (const variable of variables) {
      const level = stratum[variable];
      if (level === null || population[variable].has(level)) continue;
      throw new EstimateError({
        code: 'level_unknown',
        message: `Somebody answered with the ${variable} “${level}”, which the margins do not have.`,
        variable,
        level,
      });
    }
  }
}
