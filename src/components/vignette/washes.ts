import type { Wash } from './ink';

/** At which share of the mark's height, which tint (a class of `vignette.css`), how strong. */
export type Stop = readonly [offset: number, tint: string, opacity: number];

/** What the washes are mixed from, from where they begin to where they end. */
export const washes: Readonly<Record<Wash, readonly Stop[]>> = {
  'far-wash': [
    [0, 'far', 0.9],
    [0.45, 'far', 0.5],
    [1, 'far', 0],
  ],
  'gold-wash': [
    [0, 'thread', 0.2],
    [1, 'thread', 0],
  ],
  'green-wash': [
    [0, 'near', 0.95],
    [0.3, 'mid', 0.8],
    [0.62, 'far', 0.55],
    [0.84, 'thread', 0.12],
    [1, 'thread', 0],
  ],
  'azurite-wash': [
    [0, 'azurite', 0.78],
    [0.32, 'azurite', 0.44],
    [0.62, 'water', 0.5],
    [0.84, 'thread', 0.12],
    [1, 'thread', 0],
  ],
  'water-wash': [
    [0, 'water', 0.3],
    [0.35, 'water', 0.9],
    [0.75, 'water', 0.55],
    [1, 'water', 0.05],
  ],
  'seedling-wash': [
    [0, 'mid', 0],
    [0.3, 'mid', 0.6],
    [0.65, 'mid', 0.5],
    [1, 'far', 0],
  ],
  'paddy-wash': [
    [0, 'water', 0],
    [0.35, 'water', 0.85],
    [0.7, 'water', 0.7],
    [1, 'water', 0],
  ],
  'furrow-wash': [
    [0, 'far', 0.1],
    [0.55, 'mid', 0.6],
    [0.8, 'mid', 0.4],
    [1, 'far', 0],
  ],
  'wood-wash': [
    [0, 'thread', 0.3],
    [1, 'thread', 0.08],
  ],
  'shade-wash': [
    [0, 'far', 0.85],
    [1, 'far', 0.1],
  ],
  'tile-wash': [
    [0, 'near', 0.95],
    [1, 'mid', 0.75],
  ],
  'glow-wash': [
    [0, 'thread', 0.55],
    [0.35, 'thread', 0.2],
    [1, 'thread', 0],
  ],
};

/** The thread of gold along a crest. */
export const crest: readonly Stop[] = [
  [0, 'thread', 1],
  [0.4, 'thread', 0.8],
  [0.75, 'thread', 0],
];

export type Direction = 'down' | 'sideways' | 'outwards';

/** Which way a gradient runs. */
export function directionOf(name: Wash | 'crest'): Direction {
  if (name === 'glow-wash') return 'outwards';
  return name === 'seedling-wash' || name === 'paddy-wash' ? 'sideways' : 'down';
}
