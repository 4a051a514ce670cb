import sharp from 'sharp';

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbersOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A scene of 20 patches of light and shadow, another one for each seed, as JPEG of 800 × 600. */
export function scene(seed: number): Promise<Buffer> {
  const next = numbersOf(seed);
  const grey = () => {
    const value = Math.round(60 + next() * 130);
    return `rgb(${value},${value},${value})`;
  };
  const patches = Array.from(
    { length: 20 },
    () =>
      `<ellipse cx="${next() * 800}" cy="${next() * 600}" rx="${60 + next() * 160}" ry="${50 + next() * 120}" fill="${grey()}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${grey()}"/>${patches.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();
}
