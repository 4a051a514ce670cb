import type { Scene } from '../../../components/vignette/scene';

/** A hall with its lanterns lit. */
export const museum: Scene = {
  horizon: {
    gold: [200, 170, 130, 110, 140, 170, 160, 120, 100, 140, 180],
    green: [222, 202, 180, 164, 184, 204, 194, 170, 158, 182, 204],
    foot: 282,
  },
  things: [
    {
      part: 'ridge',
      foot: 330,
      trees: [
        [346, 336, 4],
        [806, 332, 5],
      ],
    },
    { part: 'roof', kind: 'hall', x: 600, y: 358, width: 330, storeys: 2, taper: 0.66, rise: 0.34 },
    { part: 'lamp', kind: 'lantern', x: 376, y: -4, height: 170 },
    { part: 'lamp', kind: 'lantern', x: 836, y: -4, height: 132 },
    {
      part: 'people',
      at: [
        [470, 398, 56],
        [506, 404, 54, 'child'],
        [716, 400, 54, 'staff'],
      ],
    },
  ],
};
