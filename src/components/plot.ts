// Points and scales of charts that are drawn on the server, in a box of 1000 by 1000 that is stretched to its place.

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below a value; 1 of nothing. */
export function roundedUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

const place = (value: number) => Number(value.toFixed(1));

/** Values from left to right as points of an SVG line; the top of the box stands for `top`, its foot for 0. */
export function pointsOf(values: readonly number[], top: number): string {
  const last = Math.max(1, values.length - 1);
  return values
    .map((value, at) => {
      const height = Math.min(Math.max(value, 0), top) / top;
      return `${place((at / last) * 1000)},${place(1000 - height * 1000)}`;
    })
    .join(' ');
}

/** The same with the ground below, as points of an SVG polygon. */
export const areaOf = (values: readonly number[], top: number): string =>
  `0,1000 ${pointsOf(values, top)} 1000,1000`;
