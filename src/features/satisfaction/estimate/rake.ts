// Raking, or iterative proportional fitting: weights are scaled to one margin after the other until all of them hold.
// Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11:427; as in R's survey::rake.
import { EstimateError } from './error.ts';

/** A margin: the category of each stratum, and the share of the population each category has. */
export interface Margin {
  categories: readonly number[];
  shares: readonly number[];
}

/** Enough for any sample that can be raked; one that cannot would go on for ever. */
const mostRounds = 10_000;

/** What each category weighs at present. */
function totalsOf(margin: Margin, sheets: readonly number[], weights: readonly number[]) {
  const totals = new Array<number>(margin.shares.length).fill(0);
  margin.categories.forEach((category, at) => {
    totals[category] =
      (totals[category] as number) + (sheets[at] as number) * (weights[at] as number);
  });
  return totals;
}

/** How far the worst category is from its share, as a share of all. */
export function distance(
  margins: readonly Margin[],
  sheets: readonly number[],
  weights: readonly number[],
): number {
  const all = sheets.reduce((sum, number) => sum + number, 0);
  let worst = 0;
  for (const margin of margins) {
    totalsOf(margin, sheets, weights).forEach((total, category) => {
      worst = Math.max(worst, Math.abs(total / all - (margin.shares[category] as number)));
    });
  }
  return worst;
}

/**
 * The weight of a sheet in each stratum, of mean 1, so that all margins hold within the tolerance. Every category has
 * sheets and a share above 0. Throws `rake_unsettled` where no weights do.
 */
export function rake(
  margins: readonly Margin[],
  sheets: readonly number[],
  start: readonly number[],
  tolerance: number,
): number[] {
  const all = sheets.reduce((sum, number) => sum + number, 0);
  const weights = [...start];
  for (let round = 0; round < mostRounds; round += 1) {
    for (const margin of margins) {
      const totals = totalsOf(margin, sheets, weights);
      margin.categories.forEach((category, at) => {
        const factor = ((margin.shares[category] as number) * all) / (totals[category] as number);
        weights[at] = (weights[at] as number) * factor;
      });
    }
    if (distance(margins, sheets, weights) <= tolerance) return weights;
  }
  throw new EstimateError({
    code: 'rake_unsettled',
    message:
      'No weights bring these answers to the margins: some combinations of town, age and sex that the margins need nobody answered in. More answers help, or a higher smallest category.',
  });
}
