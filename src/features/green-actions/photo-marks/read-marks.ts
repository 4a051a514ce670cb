import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { differenceHash, hashedSize } from './dhash';

/** More than a phone's camera makes; a small file may claim to be far larger. */
const mostPixels = 50_000_000;

/** What the bucket takes: whatever else calls itself a photo is not unpacked. */
const formats = ['jpeg', 'webp'];

/** What a photo is recognised by, in hexadecimal digits. */
export interface Marks {
  sha256: string;
  dhash: string;
}

/** Works out the marks of a photo; undefined when the file is no picture that can be read. */
export async function readMarks(file: Uint8Array): Promise<Marks | undefined> {
  const { width, height } = hashedSize;
  try {
    const photo = sharp(file, { limitInputPixels: mostPixels });
    if (!formats.includes((await photo.metadata()).format)) return undefined;
    const grey = await photo
      .autoOrient()
      .greyscale()
      // The quick way shrinks each format a little differently, and the same picture would drift apart.
      .resize(width, height, { fit: 'fill', fastShrinkOnLoad: false })
      .raw()
      .toBuffer();
    return { sha256: createHash('sha256').update(file).digest('hex'), dhash: differenceHash(grey) };
  } catch {
    return undefined;
  }
}
