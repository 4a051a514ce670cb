import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';
import type { Bilingual } from '../../i18n/locale';

/**
 * The green actions that cases lead to. Cases are built without a database, so their names stand here; a
 * test holds them to the price list's.
 */
export const actionNames = {
  'waste-sorting': { zh: '垃圾分类', en: 'Sort the household waste' },
  'green-travel': { zh: '绿色出行', en: 'Travel green' },
  'water-saving': { zh: '节约用水', en: 'Save water' },
  'own-bag': { zh: '自带购物袋', en: 'Bring your own bag' },
  'parcel-reuse': { zh: '快递包装再用', en: 'Reuse parcel packaging' },
  'appliance-return': { zh: '旧家电回收', en: 'Hand in old electronics' },
  'river-patrol': { zh: '巡河护水', en: 'Walk a river' },
  'tree-planting': { zh: '植树养绿', en: 'Plant or tend a tree' },
  'wildlife-record': { zh: '记录身边的鸟兽草木', en: 'Record wildlife' },
  'violation-report': { zh: '举报环境违法', en: 'Report a violation' },
  'base-visit': { zh: '走进教育基地', en: 'Visit an education base' },
} as const satisfies Record<string, Bilingual>;

type ActionCode = keyof typeof actionNames;
const actionCodes = Object.keys(actionNames) as [ActionCode, ...ActionCode[]];

/** What a reader can do after reading, and what the plan goes on to build. */
export const related = z.object({
  /** Green actions, each with an invitation that says what to do here. */
  actions: z
    .array(z.object({ code: z.enum(actionCodes), invitation: bilingual }))
    .min(1)
    .max(3),
  /** Numbers of projects in the plan's annex. */
  projects: z.array(z.number().int().min(1).max(37)).max(5).default([]),
});
