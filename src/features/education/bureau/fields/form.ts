import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { FieldProblem, FieldProblems } from '../field-problems';

/** What every part of a form is given: the draft, a way to change it, and what is wrong with it. */
export interface Part<Draft> {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** The sentence for what is wrong with a field; undefined when nothing is. */
  problem: (field: string) => string | undefined;
  t: Dictionary['eventDesk'];
}

/** Sentences for problems, by field. */
export const sentencesOf =
  (problems: FieldProblems, t: Dictionary['eventDesk']) =>
  (field: string): string | undefined => {
    const found: FieldProblem | undefined = problems[field];
    return found && fill(t.problems[found.code], found.values ?? {});
  };
