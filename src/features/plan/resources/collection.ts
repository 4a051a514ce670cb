import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { rowsByNumber } from '../collection';
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
} from './schema';

const folder = 'src/content/plan';
const numbered = (name: string) => file(`${folder}/${name}.json`, { parser: rowsByNumber });

const rowsByCode = (text: string) =>
  (JSON.parse(text) as { code: string }[]).map((row) => ({ id: row.code, ...row }));

/** The plan's tables 1 to 6, its figures, and what it says of single towns. */
export const resources = {
  figures: defineCollection({
    loader: file(`${folder}/figures.json`, { parser: rowsByCode }),
    schema: planFigure,
  }),
  waters: defineCollection({ loader: numbered('waters'), schema: water }),
  sights: defineCollection({ loader: numbered('sights'), schema: sight }),
  cultures: defineCollection({ loader: numbered('cultures'), schema: culture }),
  protectedSites: defineCollection({ loader: numbered('protected-sites'), schema: protectedSite }),
  intangible: defineCollection({ loader: numbered('intangible'), schema: intangibleItem }),
  farming: defineCollection({ loader: numbered('farming'), schema: farmingItem }),
  clusters: defineCollection({ loader: numbered('clusters'), schema: cluster }),
  townNotes: defineCollection({ loader: numbered('town-notes'), schema: townNote }),
};
