import type { Scene } from '../../../components/vignette/scene';

/** A walk along the river: the stream, a path of gold beside it, and those who walk. */
export const river: Scene = {
  horizon: {
    gold: [180, 150, 116, 96, 124, 160, 150, 112, 96, 130, 160],
    green: [206, 188, 166, 150, 168, 190, 180, 158, 148, 166, 186],
    foot: 244,
    sun: [470, 84],
  },
  things: [
    { part: 'birds', x: 700, y: 104, span: 26, count: 3 },
    {
      part: 'ridge',
      foot: 262,
      peaks: [
        [372, 128, 96, 92, 'azurite'],
        [884, 150, 90, 110],
      ],
      trees: [
        [452, 262, 4],
        [800, 258, 3],
      ],
    },
    {
      part: 'river',
      course: [
        [690, 232, 34],
        [620, 252, 80],
        [720, 284, 150],
        [640, 330, 260],
        [470, 380, 420],
        [400, 440, 620],
      ],
      boats: [[640, 318, 44]],
    },
    {
      part: 'field',
      kind: 'road',
      course: [
        [770, 250],
        [830, 272],
        [876, 302],
        [842, 340],
        [790, 372],
        [770, 414],
      ],
    },
    {
      part: 'people',
      at: [
        [858, 352, 52, 'staff'],
        [894, 358, 46],
        [922, 360, 46, 'child'],
        [838, 284, 26],
      ],
    },
  ],
};
