import type { Scene } from '../../../components/vignette/scene';

/** An open day: the gates of a works hall stand open. */
export const plant: Scene = {
  horizon: {
    gold: [170, 140, 112, 90, 120, 152, 140, 110, 120, 146, 156],
    green: [196, 178, 160, 146, 166, 186, 176, 156, 160, 178, 184],
    foot: 250,
    sun: [790, 80],
  },
  things: [
    { part: 'roof', kind: 'shed', x: 330, y: 262, width: 280, height: 40, depth: 60, teeth: 4 },
    {
      part: 'roof',
      kind: 'shed',
      x: 430,
      y: 350,
      width: 400,
      height: 84,
      depth: 84,
      panels: [10, 3],
      gates: 4,
    },
    { part: 'lamp', kind: 'street', x: 392, y: 392, height: 190 },
    {
      part: 'people',
      at: [
        [520, 396, 54, 'staff'],
        [570, 402, 52],
        [606, 400, 52, 'child'],
        [700, 394, 50],
        [730, 398, 48, 'child'],
      ],
    },
  ],
};
