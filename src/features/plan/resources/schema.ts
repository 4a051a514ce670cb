import { z } from 'zod';
import { bilingual } from '../../../i18n/bilingual';
import { townCode } from '../../../lib/town-code';

/** Where the plan says it: a section such as 二（三）5, or one of its tables, such as 表 5. */
const planSection = z.string().regex(/^([一二三四五六七]（[一二三四五六]）[1-6]?|表 [1-7])$/);

/** `figures.json`: one number of the plan outside its tables. */
export const planFigure = z.object({
  /** Its name for the pages and charts that show it. */
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  section: planSection,
  /** What was counted or measured. */
  name: bilingual,
  /** The value as it is read, with its unit; Chinese in the plan's own unit, English converted exactly. */
  text: bilingual,
  /** The bare number in the Chinese unit, where the plan gives one. */
  value: z.number().positive().optional(),
  /** The year it is for, where the plan says so. */
  year: z.number().int().optional(),
  note: bilingual.optional(),
});
export type PlanFigure = z.infer<typeof planFigure>;

const row = z.object({ number: z.number().int().positive(), name: bilingual });

export const waterKinds = [
  'city-river',
  'county-river',
  'stream',
  'water-source',
  'forest-park',
  'wetland-park',
] as const;

/** `waters.json`: a river, a protected source of drinking water or a park that the plan names. */
export const water = row.extend({ kind: z.enum(waterKinds), section: planSection });

const ratings = ['4a', '3a', 'provincial-red', 'municipal-red'] as const;

/** `sights.json`: one row of 表1. */
export const sight = row.extend({ rating: z.enum(ratings), town: townCode });
export type Sight = z.infer<typeof sight>;

/** `cultures.json`: one row of 表2, told anew and shorter. */
export const culture = row.extend({ text: bilingual });

const eras = ['song', 'qing'] as const;

/** `protected-sites.json`: one row of 表3. */
export const protectedSite = row.extend({
  era: z.enum(eras),
  /** The village or spot, without its town. */
  place: bilingual,
  town: townCode,
});
export type ProtectedSite = z.infer<typeof protectedSite>;

export const heritageClasses = [
  'folk-literature',
  'folk-singing',
  'acrobatics',
  'craft',
  'medicine',
  'custom',
] as const;

const batch = z.number().int().min(1).max(5);

/** `intangible.json`: one row of 表4. */
export const intangibleItem = row
  .extend({
    class: z.enum(heritageClasses),
    /** The towns and subdistricts its row names. */
    towns: z.array(townCode),
    /** Who or where else, when the row names no town: a company, or the whole city. */
    keptBy: bilingual.optional(),
    /** The batch of the national list; absent for items that are not on it. */
    nationalBatch: batch.optional(),
    provincialBatch: batch,
  })
  .refine((item) => (item.towns.length === 0) === (item.keptBy !== undefined), {
    error: 'an item is kept either in towns or by somebody named',
  });
export type IntangibleItem = z.infer<typeof intangibleItem>;

const farmingKinds = ['industry', 'grain-zone', 'farm-park', 'brand', 'company'] as const;

/** `farming.json`: one thing that 表5 names. */
export const farmingItem = row.extend({
  kind: z.enum(farmingKinds),
  section: planSection,
  /** The towns its name names. */
  towns: z.array(townCode),
  /** What is sold under a brand. */
  product: bilingual.optional(),
  note: bilingual.optional(),
});
export type FarmingItem = z.infer<typeof farmingItem>;

/** `clusters.json`: one row of 表6. */
export const cluster = row.extend({
  /** The towns and subdistricts its name names, in full or short; empty when it names none. */
  towns: z.array(townCode),
  industries: z.array(bilingual).min(1),
});
export type Cluster = z.infer<typeof cluster>;

/** `town-notes.json`: what the plan's text, outside its tables, says of a town, told anew. */
export const townNote = z.object({
  number: z.number().int().positive(),
  section: planSection,
  towns: z.array(townCode).min(1),
  text: bilingual,
});
export type TownNote = z.infer<typeof townNote>;
