/**
 * What a mark is painted with; each ink has a class in `vignette.css`. Those ending in `wash` are the
 * gradients of `washes.ts`, like colour let into wet paper.
 */
export type Ink = Wash | Fill | Line;

export type Wash =
  | 'far-wash'
  | 'gold-wash'
  | 'green-wash'
  | 'azurite-wash'
  | 'water-wash'
  | 'seedling-wash'
  | 'paddy-wash'
  | 'furrow-wash'
  | 'wood-wash'
  | 'shade-wash'
  | 'tile-wash'
  | 'glow-wash';

type Fill =
  | 'paper'
  | 'far'
  | 'mid'
  | 'near'
  | 'deep'
  | 'azurite'
  | 'ground'
  | 'brush'
  | 'lit'
  | 'thread';

type Line =
  | 'hair'
  | 'outline'
  | 'tile'
  | 'thread-hair'
  | 'thread-line'
  | 'leaf-dots'
  | 'moss-dots'
  | 'petal-dots'
  | 'white-dots'
  | 'gold-dots';

/** One path of a picture. */
export type Mark = { ink: Ink; d: string };

/** Painting with an ink: `mark('paper', curve, curve)` puts several strokes in one path. */
export const mark = (ink: Ink, ...strokes: readonly string[]): Mark => ({
  ink,
  d: strokes.join(''),
});

export const isWash = (ink: Ink): ink is Wash => ink.endsWith('-wash');

/** Ranges and peaks are outlined with a thread of gold that fades as it descends. */
export const hasGoldCrest = (ink: Ink): boolean =>
  ink === 'gold-wash' || ink === 'green-wash' || ink === 'azurite-wash';
