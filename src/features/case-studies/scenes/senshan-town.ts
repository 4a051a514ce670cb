import type { Scene } from '../../../components/vignette/scene';

/** Terraces of a medicinal orchid, with the pagoda above. */
export const senshanTown: Scene = {
  horizon: {
    gold: [190, 170, 140, 128, 146, 170, 176, 160, 128, 84, 70, 102, 140, 150],
    green: [210, 196, 180, 160, 168, 190, 196, 182, 164, 150, 140, 158, 176, 190],
    foot: 250,
    sun: [566, 76],
  },
  things: [
    {
      part: 'ridge',
      foot: 300,
      peaks: [
        [880, 84, 120, 140],
        [1010, 140, 120, 140, 'azurite'],
        [770, 160, 96, 100, 'azurite'],
        [380, 100, 120, 120, 'azurite'],
        [250, 150, 120, 110],
        [490, 180, 90, 100],
      ],
      trees: [
        [600, 282, 3],
        [826, 292, 3],
      ],
    },
    { part: 'roof', kind: 'hall', x: 676, y: 274, width: 60, storeys: 5, taper: 0.87, rise: 0.54 },
    { part: 'roof', kind: 'house', x: 722, y: 290, width: 46 },
    { part: 'roof', kind: 'house', x: 786, y: 298, width: 40, mirrored: true },
    { part: 'field', kind: 'terraces', x: 560, y: 286, width: 700, fall: 100, steps: 6 },
  ],
};
