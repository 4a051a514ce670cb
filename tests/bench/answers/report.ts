import { printTable } from '../figures.ts';
import type { measureAnswers } from './index.ts';

type Answered = Awaited<ReturnType<typeof measureAnswers>>;

/** How many times as much memory the last minute may take as the second; the first fills caches. */
const growthLimit = 1.2;

const growthOf = ({ megabytes }: Answered): number =>
  (megabytes.at(-1) ?? Number.NaN) / (megabytes[1] ?? megabytes[0] ?? Number.NaN);

export function printAnswers(answered: Answered): void {
  const { perMinute, minutes, sheets, sent, lost, double, milliseconds, megabytes } = answered;
  printTable(
    `Answering: ${perMinute.toLocaleString('en')} answers a minute for ${minutes} minutes, some sent twice`,
    ['answers', 'sent', 'lost', 'double', 'median ms', 'p95 ms'],
    [[sheets, sent, lost, double, milliseconds.median, milliseconds.p95]],
  );
  printTable(
    `Memory of the site, megabytes; the limit of the last by the second is ${growthLimit}`,
    ['minute', 'median'],
    megabytes.map((megabyte, minute) => [minute + 1, megabyte]),
  );
}

/** What did not hold, as sentences. */
export function answerFailures(answered: Answered): string[] {
  const { lost, double } = answered;
  const growth = growthOf(answered);
  return [
    ...(lost + double > 0 ? [`Answers: ${lost} lost, ${double} double.`] : []),
    // Also where it could not be measured.
    ...(growth <= growthLimit
      ? []
      : [`Memory under answering grew ${growth.toFixed(2)}-fold, over ${growthLimit}.`]),
  ];
}
