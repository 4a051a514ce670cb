import { disc, type Point, wash } from './brush';
import { type Mark, mark } from './ink';

/**
 * What every picture of the site stands in front of: two ranges in the distance, one gold, one green.
 * A range is given by heights at even steps from edge to edge.
 */
export type Horizon = {
  gold: readonly number[];
  green: readonly number[];
  /** Where the green range is lost in the mist. */
  foot: number;
  sun?: Point;
};

export const horizon = ({ gold, green, foot, sun }: Horizon): Mark[] => [
  ...(sun ? [mark('gold-wash', disc(sun, 20))] : []),
  mark('paper', wash(spread(gold), foot)),
  mark('gold-wash', wash(spread(gold), foot)),
  mark('paper', wash(spread(green), foot)),
  mark('far-wash', wash(spread(green), foot)),
];

const spread = (heights: readonly number[]): Point[] =>
  heights.map((y, index): Point => [-20 + (1240 * index) / (heights.length - 1), y]);
