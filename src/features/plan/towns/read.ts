import {
  readClusters,
  readFarming,
  readIntangible,
  readProtectedSites,
  readSights,
  readTownNotes,
} from '../resources/read';
import { readProjects } from '../tables';
import type { TownTables } from './about-town';

/** Every table that names towns. */
export const readTownTables = async (): Promise<TownTables> => {
  const [notes, projects, sights, sites, intangible, farming, clusters] = await Promise.all([
    readTownNotes(),
    readProjects(),
    readSights(),
    readProtectedSites(),
    readIntangible(),
    readFarming(),
    readClusters(),
  ]);
  return { notes, projects, sights, sites, intangible, farming, clusters };
};
