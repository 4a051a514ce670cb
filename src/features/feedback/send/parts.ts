import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { PhotoProblem } from '../../../lib/photo';
import type { Draft } from '../schema';

/** The words of the form: the room's own, and what can be wrong with a photo. */
export type Words = Dictionary['feedback'] & Record<PhotoProblem, string>;

/** What every question of the form is given. */
export interface QuestionProps {
  t: Words;
  locale: Locale;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** The questions in their order; the last screen shows all answers once more. */
export const questions = ['kind', 'body', 'where', 'photos', 'contact', 'check'] as const;
export type Question = (typeof questions)[number];
