import {
  type Answer,
  byCode,
  choices,
  type MarginRow,
  type Part,
  parts,
  type Tally,
  type Variable,
} from './answers.ts';
import { EstimateError } from './error.ts';
import { type Measures, measure } from './measure.ts';
import { checkSettings, type Settings } from './settings.ts';
import { type Stratum, strataOf, tallyOf } from './strata.ts';
import { suppress, type Visibility, visibilityOf } from './suppress.ts';
import { type Counts, countsOf, emptyTally } from './validity.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { type Weighting, weigh } from './weigh.ts';

/** The figures of a question over everybody. */
export interface Figure {
  counts: Counts;
  visibility: Visibility;
  /** The answers as they were given, unweighted; null where blanked. */
  tally: Tally | null;
  /** What the same answers weigh together; null where blanked. */
  weights: Tally | null;
  /** Null where blanked. */
  measures: Measures | null;
}

/** One row of a breakdown. */
interface Cell {
  /** Null for those who did not state it. */
  level: string | null;
  visibility: Visibility;
  /** Null where blanked, and then nothing else is said: not the number of answers either. */
  measures: Measures | null;
}

/** Everything that is published of a wave. */
export interface Figures {
  settings: Settings;
  weighting: Weighting;
  /** The question behind the indicator. */
  overall: Figure;
  /** Of `overall`; null where that is blanked. */
  verdict: Verdict | null;
  /** The other parts that were asked. */
  otherParts: Partial<Record<Part, Figure>>;
  /** `overall` by town, age and sex, apart from each other. */
  by: Record<Variable, Cell[]>;
}

const indicatorPart: Part = 'satisfaction';

/** Strata with the weight of a sheet in each. */
interface Sample {
  strata: readonly Stratum[];
  weights: readonly number[];
  settings: Settings;
}

/** The measures of a part over the strata that are picked. */
function measurePart(
  { strata, weights, settings }: Sample,
  part: Part,
  isPicked: (stratum: Stratum) => boolean = () => true,
): Measures | undefined {
  const groups = strata.flatMap((stratum, at) => {
    const tally = isPicked(stratum) && stratum.tallies[part];
    return tally ? [{ tally, weight: weights[at] as number }] : [];
  });
  return measure(groups, settings);
}

/** What each answer to a part weighs over everybody. */
function weightsOf({ strata, weights }: Sample, part: Part): Tally {
  const sums = emptyTally();
  strata.forEach(({ tallies }, at) => {
    for (const choice of choices) {
      sums[choice] += (tallies[part]?.[choice] ?? 0) * (weights[at] as number);
    }
  });
  return sums;
}

function figureOf(sample: Sample, part: Part): Figure {
  const tally = tallyOf(sample.strata, part);
  const counts = countsOf(tally);
  const visibility = visibilityOf(counts.valid, sample.settings);
  const isBlanked = visibility === 'blanked';
  return {
    counts,
    visibility,
    tally: isBlanked ? null : tally,
    weights: isBlanked ? null : weightsOf(sample, part),
    measures: isBlanked ? null : (measurePart(sample, part) ?? null),
  };
}

function cellsOf(sample: Sample, variable: Variable, levels: readonly string[]): Cell[] {
  const rows = [...levels, null].map((level) => {
    const measures = measurePart(sample, indicatorPart, (stratum) => stratum[variable] === level);
    return { level, measures, valid: measures?.valid ?? 0 };
  });
  // Where everybody stated it there is no such row.
  if (rows.at(-1)?.valid === 0) rows.pop();
  const visibilities = suppress(
    rows.map(({ valid }) => valid),
    sample.settings,
  );
  return rows.map(({ level, measures }, at) => {
    const visibility = visibilities[at] as Visibility;
    return { level, visibility, measures: visibility === 'blanked' ? null : (measures ?? null) };
  });
}

/** The levels of a variable as the margins list them; without margins, those that were answered in. */
function levelsOf(
  variable: Variable,
  strata: readonly Stratum[],
  margins: readonly MarginRow[] | undefined,
): string[] {
  const named = margins
    ? margins.filter((row) => row.variable === variable).map(({ level }) => level)
    : strata.flatMap((stratum) => stratum[variable] ?? []);
  return [...new Set(named)].sort(byCode);
}

/**
 * All figures of a wave from its answers, the margins of the population and the settings; without margins, every
 * sheet counts as one. The same whatever the order of answers and margins. Throws EstimateError: `settings_invalid`,
 * `answers_none`, `answer_invalid`, `margin_invalid`, `margin_empty`, `level_unknown`, `ages_unordered`, `rake_unsettled`.
 */
export function estimate(
  answers: readonly Answer[],
  margins: readonly MarginRow[] | undefined,
  settings: Settings,
): Figures {
  checkSettings(settings);
  const strata = strataOf(answers);
  if (strata.length === 0) {
    throw new EstimateError({ code: 'answers_none', message: 'Nobody has answered yet.' });
  }
  const { weights, weighting } = weigh(strata, margins, settings);
  const sample = { strata, weights, settings };
  const overall = figureOf(sample, indicatorPart);
  const others = parts.filter(
    (part) => part !== indicatorPart && strata.some(({ tallies }) => tallies[part]),
  );
  const cells = (variable: Variable) =>
    cellsOf(sample, variable, levelsOf(variable, strata, margins));
  return {
    settings,
    weighting,
    overall,
    verdict: overall.measures && verdictOf(overall.measures, settings.target),
    otherParts: Object.fromEntries(others.map((part) => [part, figureOf(sample, part)])),
    by: { town: cells('town'), age: cells('age'), sex: cells('sex') },
  };
}
