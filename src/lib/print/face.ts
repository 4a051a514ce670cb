import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The character printers put where a face lacks one. */
const substitute = '〓';

let face: Promise<Buffer> | undefined;

/**
 * The Song face of everything printed as PDF: 15 MB and 30,900 characters, read from node_modules
 * when first asked for and then kept, so that a certificate costs only its own few kilobytes.
 */
export function readFace(): Promise<Buffer> {
  // Resolved from the project, not from this file: the built server lies in another folder.
  const project = createRequire(join(process.cwd(), 'package.json'));
  face ??= readFile(
    project.resolve('@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf'),
  );
  face.catch(() => {
    face = undefined;
  });
  return face;
}

/** A text as a face can print it, and the characters it lacks, each once and in order. */
export function asPrinted(
  text: string,
  has: (codePoint: number) => boolean,
): { printed: string; missing: string[] } {
  const missing = new Set<string>();
  const printed = [...text.normalize('NFC')]
    .map((character) => {
      if (has(character.codePointAt(0) ?? 0)) return character;
      missing.add(character);
      return substitute;
    })
    .join('');
  return { printed, missing: [...missing] };
}

/** How a character without a picture is named in print: U+20BB7. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether the document's present face has a character. */
export function faceOf(doc: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { font } = (
    doc as unknown as {
      _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    }
  )._font;
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}
