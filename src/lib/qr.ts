import { encode } from 'uqr';

/** A QR code as one path of unit squares, and the side of the square it stands in, quiet border included. */
export function qrPath(text: string, border = 2): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size };
}
