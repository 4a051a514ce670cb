import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';
import { townCode } from '../../lib/town-code';
import { drawing, mostDots } from './drawn/schema';
import { related } from './related';
import { timeline } from './timeline';

/** One number a reader remembers, always with what it counts, when, and why it matters. */
const keyFigure = z
  .object({
    /** The bare number, in the unit below, exactly as the plan gives it. */
    value: z.number().positive(),
    /** True when the plan says "more than" or "nearly", so that the page says so too. */
    approximately: z.enum(['exactly', 'more-than', 'nearly']).default('exactly'),
    unit: bilingual,
    /** The year or period the figure is for, in words. */
    period: bilingual,
    /** One plain clause: what this number tells. */
    meaning: bilingual,
    /** How it is drawn to scale, for the figures that are. */
    drawing: drawing.optional(),
  })
  .refine(
    ({ value, drawing }) =>
      drawing?.kind !== 'dots' || (drawing.of?.value ?? value) / drawing.each <= mostDots,
    { error: `a field has at most ${mostDots} dots: let one stand for more` },
  );

export type KeyFigure = z.infer<typeof keyFigure>;

/** A bar chart of the case's own figures; its title makes the point. */
const caseChart = z.object({
  title: bilingual,
  unit: bilingual,
  rows: z
    .array(z.object({ label: bilingual, value: z.number().nonnegative() }))
    .min(2)
    .max(8),
  /** What the reader should know to read the chart rightly. */
  note: bilingual.optional(),
});

/** The strokes and washes a vignette may be composed of. */
const vignetteParts = ['ridge', 'river', 'field', 'roof', 'crate', 'cane', 'lamp'] as const;

export type VignettePart = (typeof vignetteParts)[number];

/** `facts.yaml` of a case study: everything both languages share. */
export const caseFacts = z.object({
  /** Its place among the eight, 1–8, as the plan orders them. */
  order: z.number().int().min(1).max(8),
  /** The towns and streets the plan places it in; empty when it names none or means the whole city. */
  towns: z.array(townCode).default([]),
  place: bilingual,
  /** One or two sentences: where it is, and what the plan does not say of that. */
  placeNote: bilingual,
  /** The section of the plan the facts come from, such as 三（三）1. */
  planSection: z.string().regex(/^三（三）[1-8]$/),
  /** That section's own heading, so that a reader can find it; the English is ours. */
  planHeading: bilingual,
  figures: z
    .array(keyFigure)
    .min(3)
    .max(6)
    .refine((figures) => figures.some(({ drawing }) => drawing), {
      error: 'at least one figure is drawn to scale',
    }),
  chart: caseChart,
  /** Only where the plan gives dates, and only those. */
  timeline: timeline.optional(),
  related,
  vignette: z.array(z.enum(vignetteParts)).min(2).max(4),
});

export type CaseFacts = z.infer<typeof caseFacts>;

/** Frontmatter of `zh.md` and `en.md`; the body holds what was done and what came of it. */
export const caseText = z.object({
  title: z.string().min(2).max(60),
  summary: z.string().min(20).max(260),
});
