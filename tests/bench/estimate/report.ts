import type { measureEstimate } from './index.ts';

type Estimate = ReturnType<typeof measureEstimate>;

/** Milliseconds all figures may take, and how many times as long as sorting the same answers. */
const limits = { milliseconds: 2_000, ratio: 2 };

export function printEstimate(result: Estimate): void {
  const { answers, milliseconds, sortMilliseconds, ratio } = result;
  console.log(`
  all figures of ${answers.toLocaleString('en')} answers: ${milliseconds} ms, at most ${limits.milliseconds};
  ${ratio} times as long as sorting them (${sortMilliseconds} ms), at most ${limits.ratio}`);
}

/** What takes longer than it may, as sentences. */
export const estimateFailures = ({ milliseconds, ratio }: Estimate): string[] => [
  ...(milliseconds > limits.milliseconds
    ? [`The figures of a wave take ${milliseconds} ms, over ${limits.milliseconds}.`]
    : []),
  ...(ratio > limits.ratio
    ? [`The figures of a wave take ${ratio} times as long as sorting, over ${limits.ratio}.`]
    : []),
];
