import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';

/** One date the plan gives, and what was then. */
const moment = z.object({
  /** Year, or year and month, as machines read it: 2019 or 2019-04. */
  date: z.string().regex(/^20\d\d(-\d\d)?$/),
  when: bilingual,
  what: bilingual,
});

/** Dates in their order; a single one is no timeline. */
export const timeline = z
  .array(moment)
  .min(2)
  .refine(
    (moments) => moments.every(({ date }, at) => at === 0 || date >= (moments[at - 1]?.date ?? '')),
    {
      error: 'earlier dates come first',
    },
  );

export type Timeline = z.infer<typeof timeline>;
