// Categories too small to be weighted by themselves join a neighbour before raking; the breakdowns keep them apart.
// Source: the method, “Weights”; collapsing sparse cells as in Kalton & Flores-Cervantes 2003, JOS 19:81, section 2.
import { towns } from '../../../lib/towns.ts';
import { byCode, type Variable } from './answers.ts';
import { EstimateError } from './error.ts';

/** A category that was merged: which levels, into which, and why. */
export interface Merge {
  variable: Variable;
  levels: string[];
  into: string[];
  /** Too few of the sample, or nobody at all. */
  because: 'small' | 'nobody';
}

/** A category of one or more levels. */
export interface Category {
  levels: string[];
  sheets: number;
  population: number;
}

/** Where an age band begins: the first number in its name, and before it for “under 18” and “18岁以下”. */
function beginOf(level: string): number {
  const number = /\d+/.exec(level);
  if (!number) return Number.NaN;
  return Number(number[0]) - (/以下|under|below|</i.test(level) ? 0.5 : 0);
}

/** Throws `ages_unordered` where the names of two bands do not say which is the younger. */
function compareAges(one: string, other: string): number {
  const order = beginOf(one) - beginOf(other);
  if (Number.isFinite(order) && order !== 0) return order;
  throw new EstimateError({
    code: 'ages_unordered',
    message: `The age bands “${one}” and “${other}” do not say which is the younger: begin each with its first year, as in 18-29.`,
    variable: 'age',
    level: one,
  });
}

const kindOf = ({ levels: [first = ''] }: Category): string =>
  first in towns ? towns[first as keyof typeof towns].kind : '';

const fewest = (categories: Category[]): Category | undefined =>
  categories.reduce<Category | undefined>(
    (least, one) => (least && least.sheets <= one.sheets ? least : one),
    undefined,
  );

/**
 * The neighbour of a category. Of an age band: the band right below or above it, whichever has fewer answers, the
 * younger where they are even; bands further away are never joined past one between. Of a sex: the other, and so no
 * weighting by sex. Of a town: the town with the fewest answers of its kind, street or town, for how people live there
 * tells more about their answers than a common border; where none of its kind is left, the one with the fewest answers.
 */
function neighbourOf(variable: Variable, categories: Category[], small: Category) {
  if (variable === 'age') {
    const at = categories.indexOf(small);
    return fewest([categories[at - 1], categories[at + 1]].filter((one) => one !== undefined));
  }
  const others = categories.filter((one) => one !== small);
  return fewest(others.filter((one) => kindOf(one) === kindOf(small))) ?? fewest(others);
}

/**
 * Merges what is smaller than a share of those who stated the variable, or empty, with its neighbour, the smallest
 * first, until none is; ties go by the order of levels.
 */
export function mergeSmall(
  variable: Variable,
  population: ReadonlyMap<string, number>,
  sheetsOf: (level: string) => number,
  smallestShare: number,
): { categories: Category[]; merges: Merge[] } {
  const order = variable === 'age' ? compareAges : byCode;
  let categories: Category[] = [...population]
    .sort(([one], [other]) => order(one, other))
    .map(([level, people]) => ({ levels: [level], sheets: sheetsOf(level), population: people }));
  const total = categories.reduce((sum, { sheets }) => sum + sheets, 0);
  const merges: Merge[] = [];
  for (;;) {
    const small = fewest(categories);
    const isSmall = small && (small.sheets === 0 || small.sheets < smallestShare * total);
    const into = isSmall && neighbourOf(variable, categories, small);
    if (!into) return { categories, merges };
    merges.push({
      variable,
      levels: small.levels,
      into: into.levels,
      because: small.sheets === 0 ? 'nobody' : 'small',
    });
    const merged = {
      levels: [...small.levels, ...into.levels].sort(order),
      sheets: small.sheets + into.sheets,
      population: small.population + into.population,
    };
    categories = categories
      .filter((one) => one !== small)
      .map((one) => (one === into ? merged : one));
  }
}
