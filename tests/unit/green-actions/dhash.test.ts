import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { differenceHash } from '../../../src/features/green-actions/photo-marks/dhash.ts';
import { readMarks } from '../../../src/features/green-actions/photo-marks/read-marks.ts';
import { scene } from './pictures.ts';

const bitsOf = (hash: string) => BigInt(`0x${hash}`).toString(2).padStart(64, '0');
/** In how many of the 64 bits two hashes differ. */
const distance = (one: string, other: string) =>
  [...bitsOf(one)].filter((bit, at) => bit !== bitsOf(other)[at]).length;
const hashOf = async (file: Uint8Array) => (await readMarks(file))?.dhash ?? '';
/** What the database still takes for nearly the same. */
const near = 8;

describe('the difference hash of grey values', () => {
  test('has a bit for each value that is lighter than its right neighbour', () => {
    const row = [9, 8, 8, 9, 1, 2, 3, 4, 0];
    expect(differenceHash([...row, ...Array(63).fill(5)])).toBe(`91${'00'.repeat(7)}`);
  });

  test('is all ones where everything grows darker to the right', () => {
    const values = Array.from({ length: 72 }, (_, at) => 200 - (at % 9));
    expect(differenceHash(values)).toBe('f'.repeat(16));
  });

  test.each([0, 71, 73])('refuses %i values', (length) => {
    expect(() => differenceHash(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('the marks of a photo', () => {
  const seeds = Array.from({ length: 12 }, (_, at) => at + 1);

  test.each([
    ['compressed again', (photo: Sharp) => photo.jpeg({ quality: 45 })],
    ['in another format', (photo: Sharp) => photo.webp({ quality: 70 })],
    ['scaled down', (photo: Sharp) => photo.resize(320, 240).jpeg({ quality: 80 })],
    ['brightened', (photo: Sharp) => photo.linear(1.15, 12).jpeg({ quality: 85 })],
    ['darkened', (photo: Sharp) => photo.linear(0.8, 0).webp({ quality: 85 })],
  ])('stay near when it is %s, and are another file', async (_, change) => {
    for (const seed of seeds) {
      const original = await scene(seed);
      const changed = await change(sharp(original)).toBuffer();
      const [before, after] = await Promise.all([readMarks(original), readMarks(changed)]);
      expect(after?.sha256).not.toBe(before?.sha256);
      expect(distance(before?.dhash ?? '', after?.dhash ?? '')).toBeLessThanOrEqual(near);
    }
  });

  test('are far apart for different pictures', async () => {
    const hashes = await Promise.all(seeds.map(async (seed) => hashOf(await scene(seed))));
    const distances = hashes.flatMap((one, at) =>
      hashes.slice(at + 1).map((other) => distance(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(near);
  });

  test('are those of the picture as it is seen, however the camera was held', async () => {
    const upright = await scene(3);
    const lying = await sharp(await sharp(upright).rotate(90).toBuffer())
      .withMetadata({ orientation: 8 })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect(distance(await hashOf(upright), await hashOf(lying))).toBeLessThanOrEqual(near);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['something else', new TextEncoder().encode('RIFF    WEBPphoto')],
  ])('do not exist for %s', async (_, file) => {
    expect(await readMarks(file)).toBeUndefined();
  });

  test('do not exist for a file that was cut off', async () => {
    const whole = await sharp(await scene(1))
      .webp()
      .toBuffer();
    expect(await readMarks(whole.subarray(0, 200))).toBeUndefined();
  });

  test('do not exist for a drawing, which can hold more than a picture', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>';
    expect(await readMarks(new TextEncoder().encode(drawing))).toBeUndefined();
  });

  test('do not exist for a small file that claims to be 400 million pixels', async () => {
    const file = await scene(1);
    // The frame of a JPEG: marker, length, bits, then height and width.
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(20_000, frame + 5);
    file.writeUInt16BE(20_000, frame + 7);
    expect(await readMarks(file)).toBeUndefined();
  });
});
