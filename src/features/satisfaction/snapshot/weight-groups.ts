// From the published figure back to a sample that gives it. Share, score and both intervals hang on three things
// alone: how many gave each answer, what these answers weigh together, and the sum of the squared weights. All three
// are published. So the sample made here has them and nothing more: it is no list of people, and no cell that the
// page leaves blank can be found in it.
import { type Choice, choices } from '../estimate/answers.ts';
import type { Figure } from '../estimate/estimate.ts';

/** So many sheets with the same answer and the same weight. */
export interface WeightGroup {
  choice: Choice;
  sheets: number;
  /** What one sheet weighs. */
  weight: number;
}

/** A figure that is shown. */
export type ShownFigure = Pick<Figure, 'counts'> & {
  [Key in 'tally' | 'weights' | 'measures']: NonNullable<Figure[Key]>;
};

/** Whether a figure is shown. */
export const isShown = (figure: Figure): figure is Figure & ShownFigure =>
  figure.tally !== null && figure.weights !== null && figure.measures !== null;

/**
 * Groups of sheets that give the figure again. The sheets of an answer have its mean weight, and are parted in a
 * larger group of lighter and a smaller of heavier sheets, as far as the design effect asks for; “don't know”, which
 * has no part in it, stays together.
 */
export function weightGroupsOf({ tally, weights, measures }: ShownFigure): WeightGroup[] {
  const given = choices
    .filter((choice) => tally[choice] > 0)
    .map((choice) => ({ choice, n: tally[choice], mean: weights[choice] / tally[choice] }));
  const valid = given.filter(({ choice }) => choice !== 'dont_know');
  const sum = valid.reduce((all, { n, mean }) => all + n * mean, 0);
  const squaresOf = (groups: typeof valid) =>
    groups.reduce((all, { n, mean }) => all + n * mean * mean, 0);
  // deff = n·Σw² ÷ (Σw)², solved for Σw², less what the means alone account for.
  const missing = (measures.deff * sum * sum) / measures.valid - squaresOf(valid);
  // The spread within an answer as a share of its mean; below what the digits of a number hold there is none.
  const spreadOver = (groups: typeof valid) => {
    const squares = squaresOf(groups);
    return squares === 0 || missing <= 1e-9 * squares ? 0 : Math.sqrt(missing / squares);
  };
  // A heavier group so small that the lighter sheets still weigh more than nothing.
  const heavierOf = (n: number, spread: number) => Math.floor(n / (2 + spread * spread));
  let parted = valid.filter(({ n }) => n > 1);
  let spread = spreadOver(parted);
  for (;;) {
    const left = parted.filter(({ n }) => heavierOf(n, spread) > 0);
    if (left.length === parted.length) break;
    parted = left;
    spread = spreadOver(parted);
  }
  return given.flatMap(({ choice, n, mean }): WeightGroup[] => {
    if (spread === 0 || !parted.some((one) => one.choice === choice)) {
      return [{ choice, sheets: n, weight: mean }];
    }
    const heavier = heavierOf(n, spread);
    const lighter = n - heavier;
    return [
      { choice, sheets: lighter, weight: mean * (1 - spread * Math.sqrt(heavier / lighter)) },
      { choice, sheets: heavier, weight: mean * (1 + spread * Math.sqrt(lighter / heavier)) },
    ];
  });
}
