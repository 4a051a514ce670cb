import type { Scene } from '../../../components/vignette/scene';

/** A course in the fields: furrows, a stand of cane, a farmhouse. */
export const field: Scene = {
  horizon: {
    gold: [240, 214, 190, 168, 140, 120, 150, 170, 134, 110, 140],
    green: [256, 240, 224, 208, 190, 180, 200, 208, 186, 172, 190],
    foot: 282,
    sun: [520, 92],
  },
  things: [
    {
      part: 'field',
      kind: 'furrows',
      x: 620,
      y: 418,
      width: 760,
      depth: 128,
      rows: 8,
      vanish: 660,
    },
    { part: 'roof', kind: 'house', x: 690, y: 294, width: 96 },
    { part: 'cane', x: 390, y: 400, height: 230, stalks: 4, spread: 32 },
    {
      part: 'people',
      at: [
        [560, 378, 62, 'staff'],
        [610, 384, 56, 'child'],
        [646, 380, 58],
      ],
    },
  ],
};
