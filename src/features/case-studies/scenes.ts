import type { Scene } from '../../components/vignette/scene';
import { brownSugar } from './scenes/brown-sugar';
import { fenshuitang } from './scenes/fenshuitang';
import { forestFair } from './scenes/forest-fair';
import { highwayPort } from './scenes/highway-port';
import { industrialWaste } from './scenes/industrial-waste';
import { riverBasin } from './scenes/river-basin';
import { senshanTown } from './scenes/senshan-town';
import { villageLines } from './scenes/village-lines';

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
