// What unequal weights cost. Source: Kish 1965, Survey Sampling, section 11.7; deff = n·Σw² ÷ (Σw)².

/** So many sheets of one weight. */
export interface Weighed {
  count: number;
  weight: number;
}

/** How many sheets there are, Kish's design effect, and how many sheets of equal weight would tell as much. */
export function effectiveOf(groups: readonly Weighed[]): {
  n: number;
  deff: number;
  effective: number;
} {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const { count, weight } of groups) {
    n += count;
    sum += count * weight;
    squares += count * weight * weight;
  }
  // With equal weights the last digits may fall below 1, which no design effect does.
  const deff = n === 0 ? 1 : Math.max(1, (n * squares) / (sum * sum));
  return { n, deff, effective: n / deff };
}
