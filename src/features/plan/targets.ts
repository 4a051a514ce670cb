import type { Indicator } from './schema';

export type NumericTarget = {
  indicator: Indicator;
  /** 2021 minus target, in the unit of both; null where nothing comparable was measured in 2021. */
  difference: number | null;
  reached: boolean;
};

/** The indicators whose target is a number, each with its distance from the target in 2021. */
export const numericTargets = (indicators: readonly Indicator[]): NumericTarget[] =>
  indicators.flatMap((indicator): NumericTarget[] => {
    const { target2024, baseline2021 } = indicator;
    if (!('value' in target2024)) return [];
    if (baseline2021.value === undefined || baseline2021.unit?.en !== target2024.unit.en) {
      return [{ indicator, difference: null, reached: false }];
    }
    // The plan gives two decimals; rounding takes away what binary fractions add.
    const difference = Math.round((baseline2021.value - target2024.value) * 100) / 100;
    const reached = target2024.comparison === 'above' ? difference > 0 : difference >= 0;
    return [{ indicator, difference, reached }];
  });

/** Whole units that hold every distance and the target itself, at zero. */
export const scaleOf = (targets: readonly NumericTarget[]): { low: number; high: number } => {
  const differences = targets.map(({ difference }) => difference ?? 0);
  return {
    low: Math.min(-1, Math.floor(Math.min(...differences))),
    high: Math.max(1, Math.ceil(Math.max(...differences))),
  };
};
