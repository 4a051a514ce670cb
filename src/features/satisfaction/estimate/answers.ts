/** The answers to an estimated question, “don't know” last. */
export const choices = [
  'satisfied',
  'fairly_satisfied',
  'not_very_satisfied',
  'not_satisfied',
  'dont_know',
] as const;
export type Choice = (typeof choices)[number];

/** How often each answer was given. */
export type Tally = Record<Choice, number>;

/** The province's five parts; `satisfaction` is the one behind the indicator. */
export const parts = ['gain', 'satisfaction', 'awareness', 'participation', 'confidence'] as const;
export type Part = (typeof parts)[number];

/** What the population is divided by. */
export const variables = ['town', 'age', 'sex'] as const;
export type Variable = (typeof variables)[number];

/** Where a person belongs, as far as they said. */
export type Place = Record<Variable, string | null>;

/** One answer sheet, or several that are alike. */
export interface Answer extends Place {
  /** What was answered, by part; a question not answered is left out. */
  choices: Partial<Record<Part, Choice>>;
  /** How many sheets; one where nothing is said. */
  count?: number;
}

/** How many people of the population are in a category. */
export interface MarginRow {
  variable: Variable;
  level: string;
  population: number;
}

/** One order for all machines and languages, by code units. */
export const byCode = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;
