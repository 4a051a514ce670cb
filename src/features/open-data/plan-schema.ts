import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';
import { townCode } from '../../lib/town-code';
import {
  cluster,
  culture,
  farmingItem,
  intangibleItem,
  planFigure,
  protectedSite,
  sight,
  townNote,
  water,
} from '../plan/resources/schema';
import { organisation, organisationCode } from '../plan/schema';
import { addresses, listOf, plan, section } from './schema';

// The plan's tables 1 to 6, its figures, and the plan by town and by body: what each file holds.

const id = (prefix: string) => z.string().describe(`Stable: \`${prefix}-\` and the row’s number.`);
/** What a row has besides the plan's own words. */
const own = (prefix: string) => ({ id: id(prefix), url: addresses, section });

export const figures = listOf(
  planFigure.omit({ code: true }).extend({
    id: planFigure.shape.code.describe('Stable.'),
    section,
    value: planFigure.shape.value.describe(
      'The bare number in the Chinese unit; missing where the plan gives a range or none.',
    ),
    year: planFigure.shape.year.describe('Missing where the plan does not say.'),
  }),
  plan,
);

export const waters = listOf(water.extend(own('water')), plan);
export const sights = listOf(sight.extend(own('sight')), plan);
export const cultures = listOf(culture.extend(own('culture')), plan);
export const protectedSites = listOf(protectedSite.extend(own('site')), plan);
export const intangible = listOf(intangibleItem.safeExtend(own('item')), plan);
export const farming = listOf(farmingItem.extend(own('farming')), plan);
export const clusters = listOf(cluster.extend(own('cluster')), plan);

const ids = (file: string) => z.array(z.string()).describe(`Ids of rows in \`${file}.json\`.`);

export const towns = listOf(
  z.object({
    id: townCode.describe('Stable: what `town` and `towns` hold in the other files.'),
    url: addresses,
    name: bilingual,
    kind: z
      .enum(['street', 'town'])
      .describe('`street` for a subdistrict (jiedao), `town` for a town (zhen).'),
    notes: z
      .array(townNote.pick({ text: true }).extend({ section }))
      .describe('What the plan’s text says of it outside the tables.'),
    cases: ids('cases'),
    projects: ids('projects').describe(
      'Ids of rows in `projects.json`; one across several towns stands in each.',
    ),
    sights: ids('sights'),
    protectedSites: ids('protected-sites'),
    intangible: ids('intangible'),
    farming: ids('farming'),
    clusters: ids('clusters'),
  }),
  plan,
);

export const departments = listOf(
  z.object({
    id: organisationCode.describe('Stable: the ids of bodies in the other files.'),
    url: addresses,
    name: bilingual,
    kind: organisation.shape.kind.exclude(['town']),
    indicators: ids('indicators').describe(
      'Ids of the indicators it supplies, in the plan’s order.',
    ),
    projects: ids('projects').describe('Ids of the projects it answers for, in the plan’s order.'),
  }),
  plan,
);
