import { z } from 'zod';
import clustersJson from '../../../src/content/plan/clusters.json';
import culturesJson from '../../../src/content/plan/cultures.json';
import farmingJson from '../../../src/content/plan/farming.json';
import figuresJson from '../../../src/content/plan/figures.json';
import intangibleJson from '../../../src/content/plan/intangible.json';
import projectsJson from '../../../src/content/plan/projects.json';
import sitesJson from '../../../src/content/plan/protected-sites.json';
import sightsJson from '../../../src/content/plan/sights.json';
import notesJson from '../../../src/content/plan/town-notes.json';
import watersJson from '../../../src/content/plan/waters.json';
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
} from '../../../src/features/plan/resources/schema';
import { project } from '../../../src/features/plan/schema';

/** The plan's tables 1 to 6 and its text, each row as its schema has it. */
export const figures = z.array(planFigure).parse(figuresJson);
export const waters = z.array(water).parse(watersJson);
export const cultures = z.array(culture).parse(culturesJson);
export const townTables = {
  notes: z.array(townNote).parse(notesJson),
  projects: z.array(project).parse(projectsJson),
  sights: z.array(sight).parse(sightsJson),
  sites: z.array(protectedSite).parse(sitesJson),
  intangible: z.array(intangibleItem).parse(intangibleJson),
  farming: z.array(farmingItem).parse(farmingJson),
  clusters: z.array(cluster).parse(clustersJson),
};
