import { type Choice, choices } from './answers.ts';
import { EstimateError } from './error.ts';

/** What the figures depend on besides answers and margins. Handed in, and returned with the figures. */
export interface Settings {
  /** The points of each answer in the score. */
  points: Record<Exclude<Choice, 'dont_know'>, number>;
  /** The share has to be above this. */
  target: number;
  /** A category with a smaller share of the sample is merged before raking. */
  smallestCategory: number;
  /** Weights above so many times the mean are trimmed. */
  trimFactor: number;
  /** How far a weighted margin may lie from the population's, as a share of everybody. */
  tolerance: number;
  /** Fewer valid answers than this are not shown: the figure would tell who answered what. */
  smallestCell: number;
  /** Fewer than this are shown with a warning. */
  flaggedCell: number;
}

/** The method as agreed. The target is indicator 17's. Source of the target: plan, table 7. */
export const defaultSettings: Settings = {
  points: { satisfied: 100, fairly_satisfied: 75, not_very_satisfied: 25, not_satisfied: 0 },
  target: 0.95,
  smallestCategory: 0.05,
  trimFactor: 5,
  tolerance: 1e-9,
  smallestCell: 30,
  flaggedCell: 60,
};

/** What each setting has to be. A tolerance below 1e-13 is finer than the numbers themselves. */
const rules: Record<Exclude<keyof Settings, 'points'>, [(value: number) => boolean, string]> = {
  target: [(value) => value > 0 && value < 1, 'between 0 and 1'],
  smallestCategory: [(value) => value >= 0 && value < 1, 'from 0 to below 1'],
  trimFactor: [(value) => value > 1, 'above 1'],
  tolerance: [(value) => value >= 1e-13 && value < 1, 'from 1e-13 to below 1'],
  smallestCell: [(value) => Number.isInteger(value) && value >= 1, 'a whole number from 1'],
  flaggedCell: [(value) => Number.isInteger(value) && value >= 1, 'a whole number from 1'],
};

/** Throws `settings_invalid` for settings that no figure can be made with. */
export function checkSettings(settings: Settings): void {
  const refuse = (name: string, rule: string) => {
    throw new EstimateError({
      code: 'settings_invalid',
      message: `The setting ${name} has to be ${rule}.`,
    });
  };
  for (const [name, [holds, rule]] of Object.entries(rules)) {
    const value = settings[name as keyof typeof rules];
    if (!Number.isFinite(value) || !holds(value)) refuse(name, rule);
  }
  for (const choice of choices) {
    if (choice !== 'dont_know' && !Number.isFinite(settings.points?.[choice])) {
      refuse(`points.${choice}`, 'a number');
    }
  }
}
