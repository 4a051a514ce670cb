import type { z } from 'zod';
import { townCodes, towns } from '../../lib/towns';
import type { Department } from '../plan/departments/read';
import type { PlanFigure } from '../plan/resources/schema';
import { aboutTown, type TownTables } from '../plan/towns/about-town';
import { head, pages, planSource } from './head';
import type * as schema from './plan-schema';

// The plan's tables 1 to 6, its figures, and the plan by town and by body, as its pages show them.

/** Each table: what its ids begin with, its page, and its section where the rows do not have their own. */
const tables = {
  waters: { prefix: 'water', page: '/landscape/', section: '二（二）2' },
  sights: { prefix: 'sight', page: '/landscape/#', section: '表 1' },
  cultures: { prefix: 'culture', page: '/heritage/#', section: '表 2' },
  'protected-sites': { prefix: 'site', page: '/heritage/#', section: '表 3' },
  intangible: { prefix: 'item', page: '/heritage/#', section: '表 4' },
  farming: { prefix: 'farming', page: '/farming/', section: '表 5' },
  clusters: { prefix: 'cluster', page: '/industry/#', section: '表 6' },
} as const;
type TableName = keyof typeof tables;

/** A table of the plan; where the page gives each row a place of its own, its address leads there. */
export const tableDocument = <Row extends { number: number }>(
  name: TableName,
  rows: readonly Row[],
  site: URL,
) => {
  const { prefix, page, section } = tables[name];
  return {
    ...head(site, name, planSource),
    items: rows.map((row) => {
      const id = `${prefix}-${row.number}`;
      return { id, url: pages(site, page.endsWith('#') ? `${page}${id}` : page), section, ...row };
    }),
  };
};

export const figuresDocument = (
  rows: readonly PlanFigure[],
  site: URL,
): z.input<typeof schema.figures> => ({
  ...head(site, 'figures', planSource),
  items: rows.map(({ code, ...row }) => ({ id: code, ...row })),
});

const ids = (prefix: string, rows: readonly { number: number }[]) =>
  rows.map(({ number }) => `${prefix}-${number}`);

/** What the plan and the cases say of each town, by the ids of the other files. */
export const townsDocument = (
  all: TownTables,
  cases: readonly { slug: string; facts: { towns: string[] } }[],
  site: URL,
): z.input<typeof schema.towns> => ({
  ...head(site, 'towns', planSource),
  items: townCodes.map((code) => {
    const { kind, ...name } = towns[code];
    const about = aboutTown(code, all);
    return {
      id: code,
      url: pages(site, `/towns/${code}/`),
      name,
      kind,
      notes: about.notes.map(({ section, text }) => ({ section, text })),
      cases: cases.filter(({ facts }) => facts.towns.includes(code)).map(({ slug }) => slug),
      projects: ids('project', about.projects),
      sights: ids(tables.sights.prefix, about.sights),
      protectedSites: ids(tables['protected-sites'].prefix, about.sites),
      intangible: ids(tables.intangible.prefix, about.intangible),
      farming: ids(tables.farming.prefix, about.farming),
      clusters: ids(tables.clusters.prefix, about.clusters),
    };
  }),
});

/** Every body that is not a town, with the figures it supplies and the projects it answers for. */
export const departmentsDocument = (rows: readonly Department[], site: URL) => ({
  ...head(site, 'departments', planSource),
  items: rows.map(({ code, body: { kind, ...name }, indicators, projects }) => ({
    id: code,
    url: pages(site, `/departments/${code}/`),
    name,
    kind,
    indicators: ids('indicator', indicators),
    projects: ids('project', projects),
  })),
});
