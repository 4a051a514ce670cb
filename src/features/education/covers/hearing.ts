import type { Scene } from '../../../components/vignette/scene';

/** A public hall, and people coming to be heard. */
export const hearing: Scene = {
  horizon: {
    gold: [186, 160, 130, 106, 124, 150, 146, 120, 100, 130, 166],
    green: [210, 190, 172, 156, 168, 186, 182, 164, 152, 170, 192],
    foot: 266,
  },
  things: [
    {
      part: 'ridge',
      foot: 300,
      peaks: [[838, 126, 110, 120]],
      trees: [[848, 304, 4]],
    },
    { part: 'roof', kind: 'hall', x: 590, y: 352, width: 400, storeys: 1, taper: 1, rise: 0.38 },
    { part: 'lamp', kind: 'street', x: 350, y: 388, height: 176, leans: 'right' },
    {
      part: 'people',
      at: [
        [430, 398, 54],
        [480, 404, 54, 'staff'],
        [560, 400, 54],
        [610, 404, 52],
        [740, 400, 54],
        [790, 404, 52],
      ],
    },
  ],
};
