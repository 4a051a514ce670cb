import { flick, line, shape } from '../brush';
import { type Mark, mark } from '../ink';
import { type Place, sawTeeth, slope } from './shed-roof';

export type Shed = {
  kind: 'shed';
  /** The foot of the front wall's left corner. */
  x: number;
  y: number;
  /** Length of the front wall. */
  width: number;
  /** Height of the wall. */
  height: number;
  /** How far the roof goes back, and so how broad its slope is. */
  depth: number;
  /** Solar panels on the slope: columns and rows. */
  panels?: readonly [columns: number, rows: number];
  /** Saw-tooth roof lights instead of one slope. */
  teeth?: number;
  /** Gates in the front wall. */
  gates?: number;
};

/** A long working building: a warehouse with panels on its roof, or a works hall with saw teeth. */
export function shed(place: Shed): Mark[] {
  const { x, y, width, height, depth, gates = 0, teeth, panels } = place;
  const p: Place = (along, up, back = 0) => [
    x + width * along + depth * 0.62 * back,
    y - height * up - depth * 0.5 * back,
  ];
  const side = [p(1, 0), p(1, 0, 1), p(1, 1, 1), p(1, 1)];
  const front = [p(0, 1), p(1, 1), p(1, 0), p(0, 0)];
  return [
    mark('ground', flick(p(-0.12, -0.06), p(0.5, -0.3), p(1.2, 0, 0.2), 7)),
    mark('paper', shape(front)),
    mark('paper', shape(side)),
    mark('shade-wash', shape(front), shape(side)),
    mark(
      'hair',
      line([p(0, 1), p(0, 0), p(1, 0), p(1, 1)]),
      line([p(1, 0), p(1, 0, 1), p(1, 1, 1)]),
    ),
    ...(gates > 0 ? gatesIn(p, gates) : []),
    ...(teeth ? sawTeeth(p, teeth) : slope(p, panels)),
  ];
}

function gatesIn(p: Place, gates: number): Mark[] {
  const doors = Array.from({ length: gates }, (_, index) => (index + 0.5) / gates);
  const half = 0.27 / gates;
  const door = (t: number) =>
    shape([p(t - half, 0), p(t + half, 0), p(t + half, 0.58), p(t - half, 0.58)]);
  const slat = (t: number, up: number) => line([p(t - half, up), p(t + half, up)]);
  const lintel = (t: number) => line([p(t - half * 1.3, 0.66), p(t + half * 1.3, 0.66)]);
  return [
    mark('mid', ...doors.map(door)),
    mark('tile', ...doors.flatMap((t) => [0.14, 0.28, 0.42].map((up) => slat(t, up)))),
    mark('thread-hair', ...doors.map(lintel)),
  ];
}
