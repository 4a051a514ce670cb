import type { Scene } from '../../../components/vignette/scene';

/** A school yard under the hills. */
export const school: Scene = {
  horizon: {
    gold: [170, 148, 124, 96, 110, 146, 156, 126, 90, 116, 150],
    green: [198, 182, 164, 148, 156, 182, 188, 166, 144, 158, 182],
    foot: 256,
    sun: [436, 78],
  },
  things: [
    { part: 'birds', x: 560, y: 120, span: 22, count: 4 },
    { part: 'roof', kind: 'house', x: 380, y: 306, width: 150 },
    { part: 'roof', kind: 'house', x: 690, y: 312, width: 150, mirrored: true },
    {
      part: 'ridge',
      foot: 420,
      trees: [
        [612, 322, 3],
        [898, 336, 3],
        [316, 334, 3],
      ],
    },
    {
      part: 'people',
      at: [
        [520, 388, 62],
        [570, 396, 60, 'child'],
        [606, 392, 60, 'child'],
        [644, 398, 60, 'child'],
        [690, 390, 60, 'child'],
      ],
    },
  ],
};
