import type { Scene } from '../../../components/vignette/scene';

/** A lesson among fruit trees. */
export const orchard: Scene = {
  horizon: {
    gold: [190, 160, 120, 104, 140, 168, 150, 118, 104, 140, 170],
    green: [214, 196, 172, 160, 178, 200, 190, 166, 156, 174, 192],
    foot: 252,
  },
  things: [
    {
      part: 'ridge',
      foot: 284,
      peaks: [
        [760, 88, 116, 120, 'azurite'],
        [436, 146, 100, 104],
      ],
    },
    { part: 'roof', kind: 'house', x: 548, y: 284, width: 84 },
    { part: 'field', kind: 'orchard', x: 600, y: 326, width: 620, rows: 2 },
    {
      part: 'people',
      at: [
        [566, 404, 60],
        [612, 408, 54, 'child'],
        [640, 402, 54, 'child'],
        [676, 406, 56, 'staff'],
      ],
    },
  ],
};
