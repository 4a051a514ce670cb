// `node scripts/screenshots.ts`: the pictures of README.md, taken from the site that runs at SITE_URL.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { projectDir, readConfig, siteUrl } from '../supabase/local/config.ts';
import { findBrowser } from '../tests/support/browser.ts';

const site = process.env.SITE_URL || siteUrl(readConfig());
const folder = join(projectDir, 'docs/images');
const desktop = { width: 1280, height: 860 };
const phone = { width: 360, height: 740 };

const pictures = [
  { name: 'home', path: '/', viewport: desktop },
  { name: 'case', path: '/cases/brown-sugar/', viewport: phone },
  { name: 'act', path: '/act/', viewport: phone },
  { name: 'satisfaction-en', path: '/en/satisfaction/', viewport: desktop },
  { name: 'events-dark', path: '/events/', viewport: phone, colorScheme: 'dark' },
] as const;

/** A machine without Chinese fonts uses the one the headings are cut from. */
function chineseFonts(): string {
  const own = mkdtempSync(join(tmpdir(), 'fonts-'));
  const font = join(projectDir, 'node_modules/@expo-google-fonts/noto-serif-sc');
  writeFileSync(
    join(own, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${font}/400Regular</dir><dir>${font}/600SemiBold</dir>
    <dir>/usr/share/fonts</dir><cachedir>${own}</cachedir></fontconfig>`,
  );
  return join(own, 'fonts.conf');
}

mkdirSync(folder, { recursive: true });
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args,
  env: { ...process.env, FONTCONFIG_FILE: chineseFonts() },
});
try {
  for (const { name, path, ...options } of pictures) {
    const page = await browser.newPage({ locale: 'zh-CN', deviceScaleFactor: 2, ...options });
    await page.goto(`${site}${path}`);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const file = join(folder, `${name}.webp`);
    const width = Math.min(1_200, options.viewport.width * 2);
    const { size } = await sharp(await page.screenshot())
      .resize({ width })
      .webp({ quality: 70 })
      .toFile(file);
    console.log(`${file}  ${Math.ceil(size / 1_000)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
}
