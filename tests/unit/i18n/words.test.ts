import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteProgram } from './program';
import { strayWords } from './stray-words';
import { wordsOf } from './used-words';

const program = siteProgram();

test('every text of the dictionary is read somewhere', { timeout: 120_000 }, () => {
  const { all, unused } = wordsOf(program);
  expect(all.length).toBeGreaterThan(3000);
  expect(unused).toEqual([]);
});

test('what a reader reads stands in the dictionary, not in the sources', () => {
  // Files whose Chinese is data: names of places and of what the plan and the price list hold, and
  // headings of files.
  const data = [
    'src/features/case-studies/related.ts',
    'src/lib/towns.ts',
    'src/lib/yuan.ts',
    'src/features/plan/schema.ts',
    'src/features/satisfaction/snapshot/files.ts',
    'src/features/transparency/data/rows.ts',
  ];
  // Names that are the same in both languages, sections of the plan, and values both languages are kept with.
  const names = [
    /^(中文|English|CSV|XLSX|SHA-256|days\.csv)$/,
    /^([一二三四五六]（[一二三四五六七]）\d*|表 \d|附件)$/,
    /^(两山义行 Green Yiwu|浙江省义乌市|义|次|（副本）|周|年)$/,
  ];
  const stray = strayWords(program).filter(
    ({ file, text }) => !data.includes(file) && !names.some((name) => name.test(text)),
  );
  expect(stray).toEqual([]);
});

test('numbers and dates are written in one place each, by the language of the reader', () => {
  const places = ['src/i18n/numbers.ts', 'src/lib/dates.ts'];
  const found = globSync('src/**/*.{ts,tsx,astro}').filter(
    (file) =>
      !places.includes(file) &&
      /Intl\.(Number|DateTime)Format\(|toLocale(Date|Time)?String\(/.test(
        readFileSync(file, 'utf8'),
      ),
  );
  expect(found).toEqual([]);
});
