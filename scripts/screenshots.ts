// `node scripts/screenshots.ts`: the pictures of README.md, taken from the site that runs at SITE_URL.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { projectDir, readConfig, siteUrl } from '../supabase/local/config.ts';
import { findBrowser } from '../tests/support/browser.ts';
import { chineseFonts, faceHasCome } from '../tests/support/face.ts';

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
    await faceHasCome(page);
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
