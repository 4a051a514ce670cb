import { inLocale } from '../../../i18n/locale';
import { towns } from '../../../lib/towns';
import type { Choice, Reader } from './definition';

/** The towns and streets, as the choices of a filter. */
export const townChoices = ({ locale }: Reader): Choice[] =>
  Object.entries(towns).map(([value, town]) => ({ value, label: inLocale(town, locale) }));

/** Yes and no, as the choices of a filter on a column that is true or false. */
export const yesOrNo = ({ t }: Reader): Choice[] => [
  { value: 'true', label: t.desk.list.yes },
  { value: 'false', label: t.desk.list.no },
];

/** The values of a dictionary by their codes, as the choices of a filter. */
export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
