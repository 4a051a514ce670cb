/** Longest side of a stored photo, in pixels: enough to judge by, small enough for a village's signal. */
const longestSide = 1600;
const largestFile = 20 * 1024 * 1024;

export type PhotoProblem = 'photoWrong' | 'photoTooLarge';

/**
 * Shrinks a photo and redraws it, which leaves place, time and camera behind. Gives WebP, or JPEG
 * where the browser cannot write WebP. Throws the name of a sentence for files that are no photo.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (file.size > largestFile) throw 'photoTooLarge' satisfies PhotoProblem;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw 'photoWrong' satisfies PhotoProblem;
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return webp.type === 'image/webp'
    ? webp
    : canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
}
