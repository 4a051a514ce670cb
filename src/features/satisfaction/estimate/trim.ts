// Trimming: no sheet speaks for more than so many times the mean. What is cut off is spread evenly over the others.
// Source: Potter 1990, Proceedings of the ASA Section on Survey Research Methods, 225; as in R's survey::trimWeights.

/** Trimming and raking come closer to the limit by turns and never quite there: a hundredth of a percent is close. */
const slack = 1 + 1e-4;

/** How many sheets weigh more than so many times the mean, which is 1. */
export const sheetsAbove = (
  sheets: readonly number[],
  weights: readonly number[],
  factor: number,
): number =>
  sheets.reduce(
    (sum, number, at) => ((weights[at] as number) > factor * slack ? sum + number : sum),
    0,
  );

/** Weights of mean 1 cut to the factor, the mean kept. */
export function trim(
  sheets: readonly number[],
  weights: readonly number[],
  factor: number,
): number[] {
  let cutOff = 0;
  let others = 0;
  sheets.forEach((number, at) => {
    const weight = weights[at] as number;
    if (weight > factor) cutOff += number * (weight - factor);
    else others += number;
  });
  return weights.map((weight) => (weight > factor ? factor : weight + cutOff / others));
}
