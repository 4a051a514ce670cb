import { inLocale, type Locale } from '../../../i18n/locale';
import type { PlanFigure } from './schema';

/** The figures of those codes, in that order; a code nobody wrote down stops the build. */
export const pickFigures = (figures: readonly PlanFigure[], codes: readonly string[]) =>
  codes.map((code) => {
    const found = figures.find((figure) => figure.code === code);
    if (!found) throw new Error(`The plan's figures have no “${code}”.`);
    return found;
  });

/** The number of a figure that is drawn. */
export const amountOf = ({ code, value }: PlanFigure): number => {
  if (value === undefined) throw new Error(`The figure “${code}” has no single number.`);
  return value;
};

/** Figures as a chart takes them: each with its name. */
export const namedAmounts = (figures: readonly PlanFigure[], locale: Locale) =>
  figures.map((figure) => [inLocale(figure.name, locale), amountOf(figure)] as const);

/** The sections of the plan that rows come from, each once, in the order they are met. */
export const sectionsOf = (rows: readonly { section: string }[]): string[] => [
  ...new Set(rows.map(({ section }) => section)),
];
