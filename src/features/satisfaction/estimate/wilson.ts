// The interval of a share. Source: Wilson 1927, JASA 22:209; on the effective n as in Korn & Graubard 1998,
// Survey Methodology 24:193.

export interface Interval {
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution. */
export const z = 1.959963984540054;

/** Wilson's 95 % interval of a share seen among n, which need not be whole and is above 0. */
export function wilson(share: number, n: number): Interval {
  const center = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (center - half) / scale), high: Math.min(1, (center + half) / scale) };
}
