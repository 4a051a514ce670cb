import { getCollection } from 'astro:content';
import { inOrder } from '../tables';
import { pickFigures } from './figures';

/** The plan's tables 1 to 6 and what its text adds, as pages read them: rows in the plan's order. */
export const readWaters = async () => inOrder(await getCollection('waters'));
export const readSights = async () => inOrder(await getCollection('sights'));
export const readCultures = async () => inOrder(await getCollection('cultures'));
export const readProtectedSites = async () => inOrder(await getCollection('protectedSites'));
export const readIntangible = async () => inOrder(await getCollection('intangible'));
export const readFarming = async () => inOrder(await getCollection('farming'));
export const readClusters = async () => inOrder(await getCollection('clusters'));
export const readTownNotes = async () => inOrder(await getCollection('townNotes'));

/** Every figure of the plan outside its tables. */
export const readFigures = async () => (await getCollection('figures')).map(({ data }) => data);

/** Picks figures of the plan by their codes, in that order. */
export async function readFigurePicker() {
  const all = await readFigures();
  return (...codes: string[]) => pickFigures(all, codes);
}
