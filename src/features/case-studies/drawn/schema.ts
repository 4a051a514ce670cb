import { z } from 'zod';
import { bilingual } from '../../../i18n/bilingual';

/** More dots than this are no longer seen as dots. */
export const mostDots = 1500;

/** A field of dots, each of which stands for the same amount. */
const dots = z.object({
  kind: z.literal('dots'),
  /** How much of the figure one dot stands for, in the figure's own unit. */
  each: z.number().positive(),
  /** The same in words, such as 100家企业. */
  dot: bilingual,
  /** The whole the figure is part of: its other dots are drawn faintly. */
  of: z.object({ value: z.number().positive(), label: bilingual }).optional(),
});

/** A length in kilometres, laid in runs as long as the city beside the city's own extent. */
const folded = z.object({ kind: z.literal('folded') });

const area = z.object({
  value: z.number().positive(),
  unit: z.enum(['mu', 'square-metres', 'square-kilometres']),
  /** What the square is, with its amount, such as 园区用地744亩. */
  label: bilingual,
});

/** Two areas as squares on one scale: the figure itself, and one of the plan to hold it against. */
const squares = z.object({ kind: z.literal('squares'), own: area, beside: area });

/** How a figure is drawn to scale. */
export const drawing = z.discriminatedUnion('kind', [dots, folded, squares]);

export type DotsDrawing = z.infer<typeof dots>;
export type Area = z.infer<typeof area>;
