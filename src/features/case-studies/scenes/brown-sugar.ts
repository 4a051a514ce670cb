import type { Scene } from '../../../components/vignette/scene';

/** Cane in front, the boiling house behind it, and a lantern for the festival. */
export const brownSugar: Scene = {
  horizon: {
    gold: [250, 240, 220, 206, 196, 176, 140, 110, 124, 150, 142, 100, 88, 130],
    green: [262, 256, 240, 230, 226, 210, 196, 182, 190, 206, 200, 176, 160, 184],
    foot: 290,
  },
  things: [
    {
      part: 'field',
      kind: 'furrows',
      x: 640,
      y: 418,
      width: 820,
      depth: 124,
      rows: 10,
      vanish: 690,
    },
    { part: 'roof', kind: 'house', x: 830, y: 298, width: 62, mirrored: true },
    { part: 'roof', kind: 'house', x: 618, y: 304, width: 130, steam: true },
    { part: 'cane', x: 404, y: 402, height: 290, stalks: 6, spread: 36 },
    { part: 'cane', x: 952, y: 362, height: 130, stalks: 4, spread: 21 },
    { part: 'lamp', kind: 'lantern', x: 850, y: -2, height: 150 },
  ],
};
