// Open data, one file a subject: read in the rooms, put together in features/open-data.
import type { APIContext } from 'astro';
import { readCases } from '../../features/case-studies/load';
import { awayAnswer, dataAnswer, keptFor } from '../../features/open-data/answer';
import { readSessions } from '../../features/open-data/api';
import {
  casesDocument,
  coinsDocument,
  eventsDocument,
  indicatorsDocument,
  projectsDocument,
  satisfactionDocument,
} from '../../features/open-data/documents';
import {
  departmentsDocument,
  figuresDocument,
  tableDocument,
  townsDocument,
} from '../../features/open-data/plan-documents';
import { readDepartments } from '../../features/plan/departments/read';
import {
  readClusters,
  readCultures,
  readFarming,
  readFigures,
  readIntangible,
  readProtectedSites,
  readSights,
  readWaters,
} from '../../features/plan/resources/read';
import { readIndicators, readOrganisations, readProjects } from '../../features/plan/tables';
import { readTownTables } from '../../features/plan/towns/read';
import { readReleases } from '../../features/satisfaction/api';
import { publicClient } from '../../lib/supabase/server';

export const prerender = false;

/** What is built in: it changes with a release of the site only. */
const builtIn: Record<string, (site: URL) => unknown> = {
  'cases.json': async (site) =>
    casesDocument(await readCases('zh-CN'), await readCases('en'), site),
  'indicators.json': async (site) =>
    indicatorsDocument(await readIndicators(), await readOrganisations(), site),
  'projects.json': async (site) =>
    projectsDocument(await readProjects(), await readOrganisations(), site),
  'figures.json': async (site) => figuresDocument(await readFigures(), site),
  'waters.json': async (site) => tableDocument('waters', await readWaters(), site),
  'sights.json': async (site) => tableDocument('sights', await readSights(), site),
  'cultures.json': async (site) => tableDocument('cultures', await readCultures(), site),
  'protected-sites.json': async (site) =>
    tableDocument('protected-sites', await readProtectedSites(), site),
  'intangible.json': async (site) => tableDocument('intangible', await readIntangible(), site),
  'farming.json': async (site) => tableDocument('farming', await readFarming(), site),
  'clusters.json': async (site) => tableDocument('clusters', await readClusters(), site),
  'towns.json': async (site) =>
    townsDocument(await readTownTables(), await readCases('zh-CN'), site),
  'departments.json': async (site) => departmentsDocument(await readDepartments(), site),
  'coins.json': coinsDocument,
};

/** What lies in the database, with the tag by which a publication empties the cache. */
const living: Record<string, { tag: string; read: (site: URL) => Promise<unknown> }> = {
  'events.json': {
    tag: 'events',
    read: async (site) => eventsDocument(await readSessions(publicClient(), new Date()), site),
  },
  'satisfaction.json': {
    tag: 'satisfaction',
    read: async (site) => satisfactionDocument(await readReleases(publicClient()), site),
  },
};

export async function GET({ params, site, url, cache }: APIContext): Promise<Response> {
  const file = params.file ?? '';
  const base = site ?? url;
  if (Object.hasOwn(builtIn, file)) {
    cache.set({ maxAge: keptFor.builtIn });
    const document = await builtIn[file]?.(base);
    return dataAnswer(JSON.stringify(document), 'application/json', keptFor.builtIn);
  }
  const source = Object.hasOwn(living, file) ? living[file] : undefined;
  if (!source) return new Response(null, { status: 404 });
  const document = await source.read(base).catch((): undefined => undefined);
  if (!document) return awayAnswer();
  cache.set({ maxAge: keptFor.living, swr: 600, tags: [source.tag] });
  return dataAnswer(JSON.stringify(document), 'application/json', keptFor.living);
}
