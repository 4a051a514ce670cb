import type { TownCode } from '../../../lib/towns';
import type {
  Cluster,
  FarmingItem,
  IntangibleItem,
  ProtectedSite,
  Sight,
  TownNote,
} from '../resources/schema';
import type { Project } from '../schema';

/** The tables of the plan that name towns. */
export interface TownTables {
  notes: TownNote[];
  projects: Project[];
  sights: Sight[];
  sites: ProtectedSite[];
  intangible: IntangibleItem[];
  farming: FarmingItem[];
  clusters: Cluster[];
}

/** What the tables say of one town or subdistrict. */
export function aboutTown(town: TownCode, tables: TownTables): TownTables {
  const names = ({ towns }: { towns: TownCode[] }) => towns.includes(town);
  const standsIn = (row: { town: TownCode }) => row.town === town;
  return {
    notes: tables.notes.filter(names),
    projects: tables.projects.filter(names),
    sights: tables.sights.filter(standsIn),
    sites: tables.sites.filter(standsIn),
    intangible: tables.intangible.filter(names),
    farming: tables.farming.filter(names),
    clusters: tables.clusters.filter(names),
  };
}

/** The tables in the order of a town's page. */
export const tableNames = [
  'projects',
  'sights',
  'sites',
  'intangible',
  'farming',
  'clusters',
] as const satisfies (keyof TownTables)[];

/** How many rows of the tables name the town; sentences of the text are not counted. */
export const countRows = (about: TownTables): number =>
  tableNames.reduce((sum, name) => sum + about[name].length, 0);
