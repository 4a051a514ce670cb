import * as z from 'zod/mini';

/** The answers offered to every question, “don't know” last. */
export const choices = [
  'satisfied',
  'fairly_satisfied',
  'not_very_satisfied',
  'not_satisfied',
  'dont_know',
] as const;

const choice = z.enum(choices);
export type Choice = z.infer<typeof choice>;

/** One answer: a choice for each of the five parts, and nothing else. */
export const surveyResponses = z.strictObject({
  gain: choice,
  satisfaction: choice,
  awareness: choice,
  participation: choice,
  confidence: choice,
});
export type SurveyResponses = z.infer<typeof surveyResponses>;
export type SurveyPart = keyof SurveyResponses;
