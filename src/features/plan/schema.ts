import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';
import type { Bilingual } from '../../i18n/locale';
import { townCode } from '../../lib/town-code';

/** The three goals the indicators are grouped under, in the plan's order. Source: 表7. */
export const goals = {
  'build-waters-and-mountains': { zh: '构筑绿水青山', en: 'Build lucid waters and lush mountains' },
  'convert-waters-and-mountains': { zh: '推动两山转化', en: 'Turn nature into prosperity' },
  'lasting-mechanism': { zh: '建立长效机制', en: 'Make it last' },
} as const satisfies Record<string, Bilingual>;
export type GoalCode = keyof typeof goals;
export const goalCodes = Object.keys(goals) as [GoalCode, ...GoalCode[]];

/** The eight tasks under the goals, in the plan's order; each row of the data carries its names. */
export const taskCodes = [
  'environmental-quality',
  'ecological-condition',
  'livelihood',
  'ecological-economy',
  'ecological-compensation',
  'social-benefit',
  'institutional-innovation',
  'funding',
] as const;

/** The five types of projects, in the plan's order. Source: plan §六 and 附件. */
export const projectTypes = {
  'ecological-restoration': {
    zh: '生态保护与修复工程',
    en: 'Ecological protection and restoration',
  },
  'environmental-quality': { zh: '环境质量提升工程', en: 'Environmental quality' },
  'ecological-economy': { zh: '生态经济体系构建工程', en: 'Ecological economy' },
  culture: { zh: '文化品牌打造工程', en: 'Culture' },
  'lasting-mechanism': { zh: '长效机制建设', en: 'Lasting mechanisms' },
} as const satisfies Record<string, Bilingual>;
export type ProjectType = keyof typeof projectTypes;
export const projectTypeCodes = Object.keys(projectTypes) as [ProjectType, ...ProjectType[]];

/** A key of `organisations.json`: words in lower case joined by hyphens. */
export const organisationCode = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** `organisations.json`: one body that supplies an indicator or answers for a project. */
export const organisation = bilingual.extend({
  /** A town or subdistrict has the same code and names here as in `lib/towns.ts`. */
  kind: z.enum(['department', 'company', 'town', 'board']),
});
export type Organisation = z.infer<typeof organisation>;

/** A target in words, with its number when the plan sets one. */
const target = z.discriminatedUnion('comparison', [
  bilingual.extend({
    /** `above` is the plan's “>”: the value itself does not reach the target. */
    comparison: z.enum(['above', 'equal']),
    /** The bare number, in the unit below, exactly as the plan gives it. */
    value: z.number().positive(),
    unit: bilingual,
  }),
  bilingual
    .extend({
      /** What the plan asks for where it sets no number: 保持稳定 · 不减少 · 稳定提高 · 获得 · 建立实施. */
      comparison: z.enum(['kept', 'not-reduced', 'rising', 'achieved', 'established']),
    })
    .strict(),
]);

/** A figure the plan prints beside an indicator although it measures something else. */
const otherMeasure = z.object({
  /** What was measured, with its year; a page never shows the value without it. */
  name: bilingual,
  value: z.number().positive(),
  unit: bilingual,
  /** Why it must not be read as the indicator. */
  note: bilingual,
});

/** Where the city stood in 2021, in words, with its number when one was measured. */
const baseline = bilingual
  .extend({
    /** The bare number, in the unit below; absent where nothing was measured. */
    value: z.number().positive().optional(),
    unit: bilingual.optional(),
    /** What the plan adds about this figure, or about its absence. */
    note: bilingual.optional(),
    otherMeasure: otherMeasure.optional(),
  })
  .refine((row) => (row.value === undefined) === (row.unit === undefined), {
    error: 'a value and its unit stand together',
  })
  .refine((row) => row.otherMeasure === undefined || row.value === undefined, {
    error: 'another measure stands only where the indicator itself has no value',
  });

/** `indicators.json`: one row of 表7. */
export const indicator = z.object({
  /** Its place in the table, 1–20. */
  number: z.number().int().min(1).max(20),
  goal: z.enum(goalCodes),
  task: bilingual.extend({ code: z.enum(taskCodes) }),
  /** The official name, as the plan has it. */
  name: bilingual,
  target2024: target,
  baseline2021: baseline,
  /** Who supplies the figure, in the plan's order. */
  departments: z.array(organisationCode).min(1),
  /** One plain sentence: what this measures, for someone who has never seen the table. */
  meaning: bilingual,
});
export type Indicator = z.infer<typeof indicator>;

/** `projects.json`: one row of the plan's annex. */
export const project = z.object({
  /** Its place in the table, 1–37. */
  number: z.number().int().min(1).max(37),
  type: z.enum(projectTypeCodes),
  /** The official name, as the plan has it. */
  name: bilingual,
  /** What is done, newly written and short, with every figure of the plan. */
  content: bilingual,
  /** First and last year; both are the same when the plan names a single year. */
  years: z
    .object({ from: z.number().int().min(2022), to: z.number().int().max(2026) })
    .refine((years) => years.from <= years.to, {
      error: 'a project ends no earlier than it begins',
    }),
  /** In 万元 (ten thousand yuan); null where the plan prints “/”, which is not zero. */
  investment: z.number().int().positive().nullable(),
  /** Who answers for it, in the plan's order. */
  responsible: z.array(organisationCode).min(1),
  /** The towns and subdistricts its row names, in full or short; empty when it names none. */
  towns: z.array(townCode),
});
export type Project = z.infer<typeof project>;
