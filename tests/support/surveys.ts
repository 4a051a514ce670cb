import type { Constants, Enums } from '../../src/lib/database.types.ts';
import type { SignedIn } from './actors.ts';

export type Choice = Enums<'satisfaction_choice'>;
type Part = (typeof Constants)['public']['Enums']['survey_part'][number];

/** A complete answer; what a test does not name is “satisfied”. */
export const responses = (named: Partial<Record<Part, Choice>> = {}) => ({
  gain: 'satisfied',
  satisfaction: 'satisfied',
  awareness: 'satisfied',
  participation: 'satisfied',
  confidence: 'satisfied',
  ...named,
});

/** Submits through the API; answers and strata may be nonsense. */
export const submit = (
  resident: SignedIn,
  waveId: string | null,
  given: unknown = responses(),
  strata: unknown = {},
) =>
  resident.api.rpc('submit_survey_answer', {
    p_wave_id: waveId,
    p_answers: given,
    p_strata: strata,
  } as never);
