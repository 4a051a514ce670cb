import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Options, run } from 'zhlint';
import { zhCN } from '../../../src/i18n/zh-CN';
import { texts } from './texts';

const han = '\\p{Script=Han}';

/** Corner quotation marks, full-width punctuation; 24号 is how a document of the city is numbered. */
const rules: Options['rules'] = {
  preset: 'default',
  halfwidthPunctuation: '',
  fullwidthPunctuation: '，。：；？！「」『』',
  adjustedFullwidthPunctuation: '',
  unifiedPunctuation: 'traditional',
  skipZhUnits: '号',
};

/** A brace close to a Chinese character stands for Chinese words, any other for a number or a name. */
const filled = (text: string) =>
  text
    .replace(new RegExp(`(?<=${han})\\{\\w+\\} ?| ?\\{\\w+\\}(?=${han})`, 'gu'), '字')
    .replace(/\{\w+\}/g, '8');

/** How a text would be set, where it is not set so. */
const better = (text: string, options: Options['rules']) => {
  const { result } = run(text, { rules: options });
  return result === text ? [] : [{ text, result }];
};

/** Ⅲ in the classes of water quality is as wide as a Chinese character. */
const wide = (text: string) => text.replace(/Ⅲ/g, '三');

const isChinese = (text: string) => new RegExp(han, 'u').test(text);

test('Chinese in the dictionary is set by its rules, with a space beside figures and Latin words', () => {
  const chinese = texts(zhCN).map(([, text]) => text);
  const parts = chinese.flatMap((text) => filled(text).split('　')).filter(isChinese);
  expect(parts.flatMap((text) => better(text, rules))).toEqual([]);
});

/** The Chinese texts of the tables in a folder. Headings of the plan stay as they are there. */
const tablesIn = (folder: string) =>
  globSync(`src/content/${folder}/**/*.{yaml,json}`)
    .flatMap((file) => texts(parse(readFileSync(file, 'utf8'))))
    .filter(([path, text]) => !/(^|\.)planHeading\.zh$|\.en$/.test(path) && isChinese(text))
    .map(([, text]) => text);

test('the tables of the plan are set by the same rules', () => {
  const tables = tablesIn('plan');
  expect(tables.length).toBeGreaterThan(150);
  expect(tables.flatMap((text) => better(wide(text), rules))).toEqual([]);
});

test('case studies are set by the same rules, but the style sheet sets the gap beside figures', () => {
  const articles = globSync('src/content/**/zh.md').map((file) => readFileSync(file, 'utf8'));
  expect(articles.length).toBeGreaterThan(7);
  const closed = { ...rules, spaceBetweenMixedwidthContent: false };
  const all = [...articles, ...tablesIn('case-studies')];
  expect(all.flatMap((text) => better(text, closed))).toEqual([]);
});

test('brackets beside Chinese are full-width, an ellipsis is two dots wide, and nobody shouts', () => {
  const wrong = new RegExp(`${han}\\(|\\)${han}|[“”‘’！]|(?<!…)…(?!…)|\\.\\.\\.`, 'u');
  for (const [key, text] of texts(zhCN)) expect(text, key).not.toMatch(wrong);
});
