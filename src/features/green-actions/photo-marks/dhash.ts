/** How many grey values a picture is reduced to before it is hashed. */
export const hashedSize = { width: 9, height: 8 };

/**
 * The difference hash of a picture of 9 × 8 grey values, row by row: 64 bits as 16 hexadecimal digits. A bit says
 * whether it grows darker from one value to its right neighbour, which scaling, compressing and brightening keep.
 */
export function differenceHash(grey: ArrayLike<number>): string {
  const { width, height } = hashedSize;
  if (grey.length !== width * height) {
    throw new RangeError(`${width} × ${height} grey values are hashed, not ${grey.length}.`);
  }
  let digits = '';
  for (let row = 0; row < height; row += 1) {
    let bits = 0;
    for (let column = 0; column < width - 1; column += 1) {
      const at = row * width + column;
      bits = bits * 2 + Number((grey[at] as number) > (grey[at + 1] as number));
    }
    digits += bits.toString(16).padStart(2, '0');
  }
  return digits;
}
