import { unsteadyHand } from '../../components/vignette/hand';
import type { Scene } from '../../components/vignette/scene';
import type { Enums } from '../../lib/database.types';

/** A counter's worth of goods: crates tied up, a stand of cane beside them. */
const goods: Scene = {
  horizon: {
    gold: [230, 206, 176, 150, 128, 150, 172, 150, 122, 140, 170],
    green: [250, 234, 214, 196, 182, 198, 212, 196, 176, 188, 208],
    foot: 282,
    sun: [724, 88],
  },
  things: [
    { part: 'roof', kind: 'house', x: 742, y: 300, width: 92 },
    { part: 'cane', x: 424, y: 398, height: 236, stalks: 5, spread: 32 },
    { part: 'crate', x: 520, y: 398, size: 66, stacks: [1, 2, 1], tied: [1], sprigs: [0, 2] },
  ],
};

/** Something made where things grow: rows of trees, a farmhouse. */
const harvest: Scene = {
  horizon: {
    gold: [190, 160, 120, 104, 140, 168, 150, 118, 104, 140, 170],
    green: [214, 196, 172, 160, 178, 200, 190, 166, 156, 174, 192],
    foot: 252,
    sun: [470, 82],
  },
  things: [
    {
      part: 'ridge',
      foot: 284,
      peaks: [
        [770, 92, 116, 120, 'azurite'],
        [436, 146, 100, 104],
      ],
    },
    { part: 'roof', kind: 'house', x: 560, y: 284, width: 84 },
    { part: 'field', kind: 'orchard', x: 600, y: 326, width: 620, rows: 2 },
    { part: 'crate', x: 640, y: 404, size: 50, stacks: [1, 1], sprigs: [0] },
  ],
};

/** A way to somewhere: the river, a boat, a road beside it. */
const way: Scene = {
  horizon: {
    gold: [180, 150, 116, 96, 124, 160, 150, 112, 96, 130, 160],
    green: [206, 188, 166, 150, 168, 190, 180, 158, 148, 166, 186],
    foot: 244,
    sun: [776, 78],
  },
  things: [
    { part: 'birds', x: 520, y: 112, span: 28, count: 3 },
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
      boats: [[600, 346, 64]],
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
  ],
};

/** A house in the evening with its lamp lit: somebody does something for you. */
const evening: Scene = {
  horizon: {
    gold: [200, 176, 140, 110, 130, 160, 172, 150, 116, 132, 166],
    green: [226, 206, 184, 166, 176, 200, 208, 190, 168, 176, 200],
    foot: 270,
    sun: [480, 84],
  },
  things: [
    { part: 'roof', kind: 'house', x: 560, y: 340, width: 190 },
    { part: 'lamp', kind: 'street', x: 468, y: 402, height: 170 },
    { part: 'lamp', kind: 'lantern', x: 806, y: -2, height: 120 },
  ],
};

/** What a gift is for: the two ridges, gold and green, and the water between them. */
const gift: Scene = {
  horizon: {
    gold: [170, 140, 100, 76, 108, 150, 140, 96, 70, 104, 150],
    green: [206, 186, 162, 144, 160, 186, 176, 150, 136, 158, 186],
    foot: 258,
    sun: [600, 64],
  },
  things: [
    {
      part: 'ridge',
      foot: 300,
      peaks: [
        [430, 104, 120, 130, 'azurite'],
        [792, 92, 124, 130],
      ],
      trees: [
        [352, 302, 4],
        [690, 300, 4],
        [872, 302, 3],
      ],
    },
    {
      part: 'river',
      course: [
        [600, 262, 30],
        [580, 292, 90],
        [640, 330, 190],
        [560, 376, 330],
        [600, 440, 520],
      ],
    },
    { part: 'birds', x: 640, y: 130, span: 28, count: 5 },
  ],
};

const scenes: Record<Enums<'reward_kind'>, readonly [Scene, ...Scene[]]> = {
  goods: [goods, harvest],
  service: [way, evening],
  donation: [gift],
};

/**
 * The drawing of a reward without a picture: one of its kind's, always the same for the same reward, before
 * mountains of its own.
 */
export function sceneOf({ id, kind }: { id: string; kind: Enums<'reward_kind'> }): Scene {
  const hand = unsteadyHand(id);
  const choices = scenes[kind];
  const scene = choices[Math.floor((hand() + 1) * 0.5 * choices.length)] ?? choices[0];
  const { gold, green, ...rest } = scene.horizon;
  const shifted = (heights: readonly number[]) => heights.map((y) => Math.round(y + hand() * 16));
  return { ...scene, horizon: { ...rest, gold: shifted(gold), green: shifted(green) } };
}
