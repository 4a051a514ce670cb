import type { Scene } from '../../../components/vignette/scene';

/** The ridge in the evening: birds on their way home, a full moon. */
export const night: Scene = {
  horizon: {
    gold: [200, 176, 140, 110, 130, 160, 172, 150, 116, 132, 166],
    green: [226, 206, 184, 166, 176, 200, 208, 190, 168, 176, 200],
    foot: 270,
    sun: [736, 70],
  },
  things: [
    {
      part: 'ridge',
      foot: 330,
      peaks: [
        [560, 72, 130, 140, 'azurite'],
        [404, 140, 120, 120, 'azurite'],
        [850, 130, 120, 130, 'azurite'],
      ],
      trees: [
        [640, 332, 4],
        [352, 334, 4],
      ],
    },
    { part: 'birds', x: 600, y: 150, span: 34, count: 5 },
    { part: 'lamp', kind: 'street', x: 452, y: 402, height: 110 },
    {
      part: 'people',
      at: [
        [520, 398, 50, 'staff'],
        [556, 402, 48],
        [588, 400, 48, 'child'],
      ],
    },
  ],
};
