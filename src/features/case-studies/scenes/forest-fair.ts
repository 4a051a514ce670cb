import type { Scene } from '../../../components/vignette/scene';

/** Goods from the hills, in front of the hall where they are sold. */
export const forestFair: Scene = {
  horizon: {
    gold: [214, 196, 150, 104, 126, 172, 160, 146, 168, 150, 112, 128, 170, 190],
    green: [236, 226, 196, 186, 204, 214, 190, 178, 196, 210, 196, 172, 180, 214],
    foot: 290,
  },
  things: [
    {
      part: 'ridge',
      foot: 332,
      peaks: [
        [352, 84, 96, 120, 'azurite'],
        [226, 136, 110, 110],
        [112, 176, 120, 110, 'azurite'],
        [1078, 140, 130, 150, 'azurite'],
        [962, 196, 96, 120],
      ],
      trees: [
        [150, 326, 4],
        [468, 316, 4],
        [1000, 326, 5],
      ],
    },
    { part: 'roof', kind: 'hall', x: 700, y: 330, width: 290, storeys: 2, taper: 0.66, rise: 0.32 },
    { part: 'crate', x: 372, y: 388, size: 66, stacks: [2, 1, 2], tied: [0, 4], sprigs: [0, 1, 2] },
    { part: 'crate', x: 800, y: 392, size: 46, stacks: [1, 2], tied: [1], sprigs: [0] },
  ],
};
