/** Why there are no figures. */
type EstimateCode =
  | 'answers_none'
  | 'answer_invalid'
  | 'margin_empty'
  | 'margin_invalid'
  | 'level_unknown'
  | 'ages_unordered'
  | 'rake_unsettled'
  | 'settings_invalid'
  | 'settings_differ'
  | 'file_invalid';

/** What is wrong, as a code, a sentence, and where, as far as it is one place. */
export interface EstimateProblem {
  code: EstimateCode;
  message: string;
  variable?: string;
  level?: string;
}

/** Refuses to estimate. Nothing here ever answers with NaN instead. */
export class EstimateError extends Error {
  readonly problem: EstimateProblem;

  constructor(problem: EstimateProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
