// Cuts the heading face down to the characters that headings use. Runs before every build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { en } from '../src/i18n/en.ts';
import { zhCN } from '../src/i18n/zh-CN.ts';

const root = join(import.meta.dirname, '..');

/** Every text under a key that names a first or second heading, and the site's own name. */
function headings(dictionary: object): string {
  return Object.entries(dictionary)
    .map(([key, value]) => {
      if (typeof value !== 'string') return headings(value);
      return /^(title|name)$|heading$|^group/i.test(key) ? value : '';
    })
    .join('');
}

/** The names of the green actions, which head their own pages. */
function actionNames(): string {
  const seed = readFileSync(join(root, 'supabase/seed/reference.sql'), 'utf8');
  return [...seed.matchAll(/^ {2}\('[a-z-]+', \d+, '([^']+)'/gm)].map(([, name]) => name).join('');
}

function caseHeadings(): string {
  const folder = join(root, 'src/content/case-studies');
  return readdirSync(folder)
    .flatMap((slug) => ['zh.md', 'en.md'].map((file) => join(folder, slug, file)))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /^(title:|##)/.test(line))
    .join('');
}

/** Goals and types of projects: read as text, because the schema imports what only Vite resolves. */
function planHeadings(): string {
  const schema = readFileSync(join(root, 'src/features/plan/schema.ts'), 'utf8');
  return (schema.match(/zh: '[^']*'/g) ?? []).join('');
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('');
const characters = [
  ...new Set(
    `${ascii}，。、：；？「」（）《》—…·“”‘’–%％亿万${headings(zhCN)}${headings(en)}${caseHeadings()}${actionNames()}${planHeadings()}`,
  ),
]
  .sort()
  .join('');
const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
);
const woff2 = await subsetFont(readFileSync(font), characters, {
  targetFormat: 'woff2',
  noLayoutClosure: true,
});
writeFileSync(join(root, 'src/styles/generated/heading.woff2'), woff2);
console.log(
  `heading face: ${characters.length} characters, ${(woff2.length / 1024).toFixed(1)} KB`,
);
