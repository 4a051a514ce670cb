// Which answers count. A sheet counts as answered when any of the parts was; for the figure of a part, an answer is
// valid when it is one of the four others than “don't know”, which is counted and left out of both measures.
// Source: the method, “Two measures, always named”; item non-response as in Lohr, Sampling, 2nd ed., section 8.1.
import { type Answer, choices, parts, type Tally, variables } from './answers.ts';
import { EstimateError } from './error.ts';

export interface Counts {
  /** Everybody who answered the question, “don't know” included. */
  answered: number;
  /** The denominator of both measures. */
  valid: number;
  dontKnow: number;
}

export const emptyTally = (): Tally => ({
  satisfied: 0,
  fairly_satisfied: 0,
  not_very_satisfied: 0,
  not_satisfied: 0,
  dont_know: 0,
});

/** The counts of a tally. */
export function countsOf(tally: Tally): Counts {
  const answered = choices.reduce((sum, choice) => sum + tally[choice], 0);
  return { answered, valid: answered - tally.dont_know, dontKnow: tally.dont_know };
}

/** How many sheets an answer stands for, 0 where nothing was answered. Throws `answer_invalid`. */
export function sheetsOf(answer: Answer): number {
  const { count = 1 } = answer;
  const refuse = (message: string) => {
    throw new EstimateError({ code: 'answer_invalid', message });
  };
  if (!Number.isSafeInteger(count) || count < 0) {
    refuse(`An answer stands for ${count} sheets, which is not a whole number from 0.`);
  }
  for (const variable of variables) {
    const level = answer[variable];
    if (level !== null && (typeof level !== 'string' || level === '')) {
      refuse(`An answer has a ${variable} that is neither a word nor left open.`);
    }
  }
  let isAnswered = false;
  for (const part of parts) {
    const choice = answer.choices[part];
    if (choice === undefined) continue;
    if (!choices.includes(choice)) refuse(`“${choice}” is not an answer to “${part}”.`);
    isAnswered = true;
  }
  return isAnswered ? count : 0;
}
