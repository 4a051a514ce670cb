import type { Scene } from '../../../components/vignette/scene';

/** Roofs that make power, one behind the other like hills. */
export const highwayPort: Scene = {
  horizon: {
    gold: [170, 160, 128, 92, 110, 148, 158, 128, 76, 60, 96, 140, 132, 150],
    green: [196, 188, 164, 150, 172, 186, 176, 150, 130, 138, 162, 176, 160, 180],
    foot: 262,
    sun: [716, 72],
  },
  things: [
    {
      part: 'roof',
      kind: 'shed',
      x: 420,
      y: 214,
      width: 330,
      height: 24,
      depth: 84,
      panels: [14, 3],
    },
    { part: 'lamp', kind: 'street', x: 402, y: 246, height: 110, leans: 'left' },
    {
      part: 'roof',
      kind: 'shed',
      x: 196,
      y: 292,
      width: 430,
      height: 40,
      depth: 118,
      panels: [14, 4],
      gates: 9,
    },
    { part: 'crate', x: 770, y: 270, size: 34, stacks: [2, 3, 1], tied: [1] },
    { part: 'lamp', kind: 'street', x: 742, y: 300, height: 150 },
    {
      part: 'roof',
      kind: 'shed',
      x: 540,
      y: 382,
      width: 480,
      height: 50,
      depth: 112,
      panels: [14, 4],
      gates: 8,
    },
    { part: 'crate', x: 380, y: 380, size: 52, stacks: [2, 1], tied: [0] },
    { part: 'lamp', kind: 'street', x: 322, y: 398, height: 216 },
  ],
};
