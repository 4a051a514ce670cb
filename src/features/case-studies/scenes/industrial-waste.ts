import type { Scene } from '../../../components/vignette/scene';

/** Sorted, weighed and stacked under saw-tooth roofs. */
export const industrialWaste: Scene = {
  horizon: {
    gold: [160, 148, 136, 104, 70, 84, 124, 150, 138, 112, 104, 128, 150, 146],
    green: [196, 184, 170, 156, 140, 150, 172, 186, 170, 146, 150, 168, 180, 172],
    foot: 250,
  },
  things: [
    { part: 'roof', kind: 'shed', x: 262, y: 242, width: 300, height: 42, depth: 56, teeth: 5 },
    {
      part: 'roof',
      kind: 'shed',
      x: 600,
      y: 286,
      width: 360,
      height: 60,
      depth: 80,
      teeth: 4,
      gates: 4,
    },
    { part: 'lamp', kind: 'street', x: 546, y: 352, height: 236 },
    { part: 'crate', x: 278, y: 330, size: 46, stacks: [1, 2, 3], tied: [0, 1, 2, 3, 4, 5] },
    { part: 'crate', x: 620, y: 366, size: 56, stacks: [3, 2], tied: [0] },
    { part: 'crate', x: 352, y: 400, size: 70, stacks: [2, 1], tied: [1] },
    { part: 'crate', x: 800, y: 392, size: 56, stacks: [1, 1], sprigs: [0, 1] },
  ],
};
