import { inLocale, type Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { townName } from '../../../lib/town-name';
import type { Answer, Option, Question } from '../questionnaire/schema';
import type { Strata } from '../strata';

const nameOf = (options: Option[], id: unknown, locale: Locale): string => {
  const option = options.find((one) => one.id === id);
  return option ? inLocale(option, locale) : '';
};

/** An answer as its person reads it, a line for each row of a matrix. */
export function answerLines(
  question: Question,
  answer: Answer | undefined,
  locale: Locale,
  t: Dictionary['survey'],
): string[] {
  if (answer === undefined) return [t.notAnswered];
  if (typeof answer === 'object' && !Array.isArray(answer)) {
    if (question.kind !== 'matrix') return [];
    return question.rows
      .filter(({ id }) => answer[id])
      .map((row) => {
        const name = nameOf(question.options, answer[row.id], locale);
        return `${inLocale(row, locale)} · ${name}`;
      });
  }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [answer].flat().map((id) => nameOf(question.options, id, locale));
    case 'scale':
      return [answer === 'dont_know' ? t.dontKnow : String(answer)];
    case 'number':
      return [`${answer} ${inLocale(question.unit, locale)}`.trim()];
    default:
      return [String(answer)];
  }
}

/** What a person stated of themselves. */
export const strataWords = (
  { town_code, age_band, sex }: Strata,
  locale: Locale,
  t: Dictionary['survey'],
): string =>
  [town_code && townName(town_code, locale), age_band && t.ageBands[age_band], sex && t.sexes[sex]]
    .filter(Boolean)
    .join(' · ') || t.unstated;

/** A question as it is read aloud: its words, and what it offers. */
export function linesToRead(question: Question, options: Option[], locale: Locale): string[] {
  const { text, hint } = question;
  return [
    inLocale(text, locale),
    ...(hint ? [inLocale(hint, locale)] : []),
    ...(question.kind === 'matrix' ? question.rows : []).map((row) => inLocale(row, locale)),
    ...options.map((option) => inLocale(option, locale)),
  ];
}
