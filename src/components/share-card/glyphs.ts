import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { Locale } from '../../i18n/locale';

let face: Font | undefined;

/** The heading face in full, 15 MB: read when the first card is drawn and kept for the rest of the build. */
function readFace(): Font {
  const project = createRequire(join(process.cwd(), 'package.json'));
  const file = project.resolve(
    '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  );
  face ??= create(readFileSync(file)) as Font;
  return face;
}

/** In English the quotation marks of the face are as wide as in other faces, not as a character. */
const layout = (text: string, locale: Locale) =>
  readFace().layout(text, locale === 'en' ? ['pwid', 'kern'] : []);

/** How wide a text is at a size of 1. */
export const widthOf = (text: string, locale: Locale): number =>
  layout(text, locale).advanceWidth / readFace().unitsPerEm;

/**
 * A text as outlines, for machines without fonts: one SVG path that begins at a place on the base line.
 * A character the face lacks stops the build, so that no card goes out with a hole in it.
 */
export function outlinesOf(
  text: string,
  locale: Locale,
  { x, y, size }: { x: number; y: number; size: number },
): string {
  const scale = size / readFace().unitsPerEm;
  const { glyphs, positions } = layout(text, locale);
  let pen = x;
  return glyphs
    .map((glyph, index) => {
      if (glyph.id === 0) throw new Error(`The heading face lacks a character of “${text}”.`);
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const at = [pen + xOffset * scale, y - yOffset * scale] as const;
      pen += xAdvance * scale;
      return glyph.path
        .scale(scale, -scale)
        .translate(...at)
        .toSVG();
    })
    .join('');
}
