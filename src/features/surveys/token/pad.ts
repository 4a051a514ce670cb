import type { Enums } from '../../../lib/database.types';
import { Refusal } from '../../../lib/errors';
import type { Answers } from '../questionnaire/schema';
import type { Strata } from '../strata';

/** How an answer was given. */
type Mode = Enums<'survey_mode'>;

/** An answer on its way, with the token that makes it count; what is not words is hexadecimal. */
export interface Sheet {
  key: string;
  prepared: string;
  signature: string;
  mode: Mode;
  strata: Strata;
  answers: Answers;
}

/** How many bytes every answer has on its way, whatever was answered: its length tells nothing. */
export const sheetBytes = 32_768;

/** An answer as it is sent, filled up to its size; one that does not fit is refused (`answer_too_long`). */
export function padded(sheet: Sheet): string {
  const text = (padding: string) => JSON.stringify({ ...sheet, padding });
  const missing = sheetBytes - new TextEncoder().encode(text('')).length;
  if (missing < 0) throw new Refusal({ code: 'answer_too_long', values: {} });
  return text(' '.repeat(missing));
}
