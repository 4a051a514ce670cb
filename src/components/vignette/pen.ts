/** A place on the sheet, which is 1200 wide and 420 high. */
export type Point = readonly [x: number, y: number];

const short = (value: number) => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

/**
 * Writes the path data of an SVG path. Every point is written relative to the last one and rounded to
 * the pen's grid, which halves the bytes of a picture; what rounding takes away is given back at the
 * next point.
 */
export class Pen {
  readonly #grid: number;
  #data = '';
  #x = 0;
  #y = 0;

  constructor(grid = 1) {
    this.#grid = grid;
  }

  move([x, y]: Point): this {
    [this.#x, this.#y] = [this.#snap(x), this.#snap(y)];
    this.#data += `M${short(this.#x)} ${short(this.#y)}`;
    return this;
  }

  line(to: Point): this {
    return this.#draw('l', [to]);
  }

  /** A curve with one handle. */
  bend(handle: Point, to: Point): this {
    return this.#draw('q', [handle, to]);
  }

  /** A curve with two handles. */
  curve(leave: Point, arrive: Point, to: Point): this {
    return this.#draw('c', [leave, arrive, to]);
  }

  close(): this {
    this.#data += 'z';
    return this;
  }

  toString(): string {
    return this.#data;
  }

  #snap(value: number): number {
    return Math.round(value / this.#grid) * this.#grid;
  }

  #draw(command: string, points: readonly Point[]): this {
    const steps = points.map(([x, y]): Point => [this.#snap(x - this.#x), this.#snap(y - this.#y)]);
    const numbers = steps.flat().map(short);
    this.#data +=
      command + numbers.reduce((text, next) => text + (next.startsWith('-') ? '' : ' ') + next);
    const [dx, dy] = steps.at(-1) ?? [0, 0];
    this.#x += dx;
    this.#y += dy;
    return this;
  }
}
