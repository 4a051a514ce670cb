// Cuts the heading face down to the characters that headings use, in parts: one that every page has, and others that
// the browser fetches where a heading has a character of theirs. Runs before every build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { en } from '../src/i18n/en.ts';
import { zhCN } from '../src/i18n/zh-CN.ts';

const root = join(import.meta.dirname, '..');

/** Every text under a key that names a first or second heading or several, and the site's own name. */
function headings(dictionary: object, within = false): string {
  return Object.entries(dictionary)
    .map(([key, value]) => {
      const named = within || /^(title|name)$|headings?$|^group/i.test(key);
      if (typeof value !== 'string') return headings(value, within || /headings$/i.test(key));
      return named ? value : '';
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

/** Goals, types of projects, towns and bodies: read as text, because the schema imports what only Vite resolves. */
function planHeadings(): string {
  return ['src/features/plan/schema.ts', 'src/lib/towns.ts', 'src/content/plan/organisations.json']
    .flatMap(
      (file) => readFileSync(join(root, file), 'utf8').match(/"?zh"?: ['"][^'"]*['"]/g) ?? [],
    )
    .join('');
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('');
const marks = '，。、：；？「」（）《》—…·–%％亿万';
/** The face draws these as wide as a Chinese character, which tears an English heading; the next face sets them. */
const curly = /[“”‘’]/g;

const { site, home, cases, casePage, indicators, plan, projects, ...others } = zhCN;
const {
  bureau,
  coinsDesk,
  desk,
  eventDesk,
  imports,
  merchant,
  moderation,
  questionnaires,
  ...rooms
} = others;

/** The characters that stand in two texts or more. */
function shared(texts: string[]): string {
  const times = new Map<string, number>();
  for (const one of texts.flatMap((text) => [...new Set(text)])) {
    times.set(one, (times.get(one) ?? 0) + 1);
  }
  return [...times].flatMap(([one, count]) => (count > 1 ? one : [])).join('');
}

/** The texts of each part, in the order in which characters find their place. */
const parts = {
  // What every page shows, home, the cases and the plan, and what two rooms or more have in common.
  heading: [
    ascii,
    marks,
    headings({ site, home, events: rooms.calendar.home, cases, casePage }),
    home.issued,
    caseHeadings(),
    headings({ indicators, plan, projects }),
    planHeadings(),
    shared(Object.entries(rooms).map(([key, room]) => headings({ [key]: room }))),
  ].join(''),
  // What only one room has.
  'heading-rooms': `${headings(rooms)}${headings(en)}${actionNames()}`,
  // What only staff reads.
  'heading-desk': headings(zhCN),
};
const font = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  ),
);

/** A character stands in one part. The first is fetched in any case, so it needs no range. */
const written = new Set<string>();
const rules: string[] = [];
for (const [name, text] of Object.entries(parts)) {
  const characters = [...new Set(text.replace(curly, ''))]
    .filter((one) => !written.has(one))
    .sort();
  const woff2 = await subsetFont(font, characters.join(''), {
    targetFormat: 'woff2',
    noLayoutClosure: true,
  });
  writeFileSync(join(root, `src/styles/generated/${name}.woff2`), woff2);
  const range = characters.map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase()}`);
  rules.push(`@font-face {
  font-family: "Yiwu Heading";
  font-weight: 600;
  font-display: swap;
  src: url("./${name}.woff2") format("woff2");${written.size > 0 ? `\n  unicode-range: ${range};` : ''}
}
`);
  for (const one of characters) written.add(one);
  console.log(`${name}: ${characters.length} characters, ${(woff2.length / 1024).toFixed(1)} KB`);
}
writeFileSync(join(root, 'src/styles/generated/heading.css'), rules.join(''));
