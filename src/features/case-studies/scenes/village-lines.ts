import type { Scene } from '../../../components/vignette/scene';

/** One road, drawn in gold, from village to village. */
export const villageLines: Scene = {
  horizon: {
    gold: [180, 164, 120, 96, 118, 150, 142, 120, 132, 118, 84, 96, 130, 124],
    green: [206, 190, 170, 160, 178, 190, 172, 156, 166, 178, 160, 140, 150, 172],
    foot: 240,
  },
  things: [
    {
      part: 'ridge',
      foot: 270,
      peaks: [
        [796, 76, 110, 130, 'azurite'],
        [660, 136, 100, 100],
        [950, 120, 120, 140],
        [236, 112, 120, 130],
        [118, 150, 120, 110, 'azurite'],
      ],
      trees: [
        [548, 256, 3],
        [884, 264, 3],
        [396, 276, 4],
      ],
    },
    { part: 'field', kind: 'terraces', x: 850, y: 276, width: 380, fall: 104, steps: 5 },
    {
      part: 'field',
      kind: 'road',
      course: [
        [474, 232],
        [548, 242],
        [604, 256],
        [560, 276],
        [460, 290],
        [424, 310],
        [500, 328],
        [620, 338],
        [668, 356],
        [640, 376],
        [590, 394],
        [540, 412],
      ],
    },
    { part: 'roof', kind: 'house', x: 448, y: 248, width: 26 },
    { part: 'roof', kind: 'house', x: 484, y: 242, width: 22 },
    { part: 'roof', kind: 'house', x: 610, y: 276, width: 34 },
    { part: 'roof', kind: 'house', x: 392, y: 300, width: 42 },
    { part: 'roof', kind: 'house', x: 340, y: 310, width: 44, mirrored: true },
    { part: 'roof', kind: 'house', x: 688, y: 364, width: 48 },
    { part: 'cane', x: 330, y: 406, height: 120, stalks: 3, spread: 20 },
  ],
};
