import type { Scene } from '../../../components/vignette/scene';

/** A village at the foot of the mountain, behind its flowering apricots. */
export const fenshuitang: Scene = {
  horizon: {
    gold: [200, 176, 132, 120, 150, 166, 130, 92, 104, 148, 160, 128, 116, 150],
    green: [216, 204, 190, 170, 178, 196, 186, 160, 152, 172, 192, 182, 166, 186],
    foot: 260,
  },
  things: [
    {
      part: 'ridge',
      foot: 300,
      peaks: [
        [640, 36, 110, 120, 'azurite'],
        [780, 92, 100, 120],
        [500, 96, 110, 110],
        [912, 140, 110, 130, 'azurite'],
        [372, 150, 110, 110, 'azurite'],
        [1030, 190, 100, 130],
      ],
      trees: [
        [356, 292, 4],
        [872, 292, 4],
      ],
    },
    { part: 'roof', kind: 'house', x: 466, y: 300, width: 60 },
    { part: 'roof', kind: 'house', x: 566, y: 292, width: 70 },
    { part: 'roof', kind: 'house', x: 690, y: 302, width: 58, mirrored: true },
    { part: 'roof', kind: 'house', x: 520, y: 322, width: 56 },
    { part: 'roof', kind: 'house', x: 630, y: 325, width: 62 },
    { part: 'field', kind: 'orchard', x: 600, y: 362, width: 700, rows: 2 },
  ],
};
