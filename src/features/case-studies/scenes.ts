import { only, type Scene } from '../../components/vignette/scene';
import { brownSugar } from './scenes/brown-sugar';
import { fenshuitang } from './scenes/fenshuitang';
import { forestFair } from './scenes/forest-fair';
import { highwayPort } from './scenes/highway-port';
import { industrialWaste } from './scenes/industrial-waste';
import { riverBasin } from './scenes/river-basin';
import { senshanTown } from './scenes/senshan-town';
import { villageLines } from './scenes/village-lines';
import type { VignettePart } from './schema';

/** The picture of each case, by slug. */
export const scenes: Readonly<Record<string, Scene>> = {
  'brown-sugar': brownSugar,
  fenshuitang,
  'forest-fair': forestFair,
  'highway-port': highwayPort,
  'industrial-waste': industrialWaste,
  'river-basin': riverBasin,
  'senshan-town': senshanTown,
  'village-lines': villageLines,
};

const chosen = new Map<string, Scene>();

/**
 * The picture of a case with only those parts that its facts name. A later part of a case, such as
 * brown-sugar--2, has the picture of the first.
 */
export function sceneOf(slug: string, parts: readonly VignettePart[]): Scene {
  const known = chosen.get(slug);
  if (known && !import.meta.env.DEV) return known;
  const whole = scenes[slug.split('--')[0] ?? slug];
  if (!whole) throw new Error(`The case ${slug} has no scene in scenes.ts.`);
  const scene = only(whole, parts);
  chosen.set(slug, scene);
  return scene;
}
