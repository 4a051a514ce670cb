import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectDir } from '../../supabase/local/config.ts';

/** Waits until the page has asked for the heading face, after its first paint, and has all its parts. */
export async function faceHasCome(page: Page): Promise<void> {
  await page.locator(':root[data-face]').waitFor();
  await page.evaluate(async () => {
    // Parts are asked for when the page is laid out with the face.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/**
 * The settings of fonts (FONTCONFIG_FILE) for a browser that stands for a reader's: what is read here has a
 * Chinese face, and a machine without one takes that from which the headings are cut.
 */
export function chineseFonts(): string {
  const own = mkdtempSync(join(tmpdir(), 'fonts-'));
  const font = join(projectDir, 'node_modules/@expo-google-fonts/noto-serif-sc');
  writeFileSync(
    join(own, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${font}/400Regular</dir><dir>${font}/600SemiBold</dir>
    <dir>/usr/share/fonts</dir><cachedir>${own}</cachedir></fontconfig>`,
  );
  return join(own, 'fonts.conf');
}
