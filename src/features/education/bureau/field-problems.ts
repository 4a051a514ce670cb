import type { Dictionary } from '../../../i18n/zh-CN';

/** What is wrong with a field: the key of its sentence, and the values in it. */
export interface FieldProblem {
  code: Exclude<keyof Dictionary['eventDesk']['problems'], 'summary'>;
  values?: Record<string, string | number>;
}

/** Problems by field; those of a session or question are named like `sessions.2.to`. */
export type FieldProblems = Record<string, FieldProblem>;

/** Notes what is wrong with a field. */
export type Note = (field: string, problem: FieldProblem) => void;

/** Collects problems, the first of each field. */
export function collectProblems(check: (note: Note) => void): FieldProblems {
  const problems: FieldProblems = {};
  check((field, problem) => {
    problems[field] ??= problem;
  });
  return problems;
}

/** Whether a text is a whole number between two others. */
export const isWhole = (text: string, from: number, to: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;

/** Notes a text that is missing or longer than so many characters. */
export function checkText(
  note: Note,
  field: string,
  value: string,
  limit: number,
  isNeeded: boolean,
): void {
  if (isNeeded && value.trim() === '') note(field, { code: 'missing' });
  else if ([...value].length > limit) note(field, { code: 'tooLong', values: { limit } });
}
