import type { Scene } from '../../../components/vignette/scene';

/** A river between two ranges, and houses that send nothing foul into it. */
export const riverBasin: Scene = {
  horizon: {
    gold: [170, 150, 120, 90, 100, 140, 156, 146, 130, 96, 72, 92, 126, 140],
    green: [190, 176, 150, 136, 150, 174, 182, 172, 158, 140, 128, 140, 160, 176],
    foot: 226,
    sun: [640, 66],
  },
  things: [
    {
      part: 'ridge',
      foot: 252,
      peaks: [
        [408, 54, 110, 110, 'azurite'],
        [286, 100, 120, 110],
        [166, 136, 120, 110, 'azurite'],
        [868, 86, 110, 130],
        [990, 120, 110, 140, 'azurite'],
        [774, 148, 80, 90, 'azurite'],
      ],
      trees: [
        [424, 250, 5],
        [884, 246, 5],
      ],
    },
    {
      part: 'river',
      course: [
        [640, 206, 30],
        [604, 224, 60],
        [668, 248, 104],
        [760, 276, 150],
        [712, 312, 230],
        [560, 350, 350],
        [470, 432, 640],
      ],
      boats: [
        [690, 298, 32],
        [470, 374, 50],
      ],
    },
    {
      part: 'ridge',
      foot: 420,
      trees: [
        [352, 290, 3],
        [900, 304, 4],
      ],
    },
    { part: 'roof', kind: 'house', x: 838, y: 306, width: 54 },
    { part: 'roof', kind: 'house', x: 906, y: 324, width: 46, mirrored: true },
    { part: 'roof', kind: 'house', x: 384, y: 288, width: 48 },
    { part: 'roof', kind: 'house', x: 318, y: 302, width: 44, mirrored: true },
  ],
};
