import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en';
import { fill } from '../../../src/i18n/fill';
import { localeOf, pathIn, pathWithoutLocale } from '../../../src/i18n/paths';
import { zhCN } from '../../../src/i18n/zh-CN';
import { texts } from './texts';

const braces = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same keys with the same braces, and no text is empty', () => {
  const english = new Map(texts(en));
  for (const [key, chinese] of texts(zhCN)) {
    expect(english.has(key), key).toBe(true);
    expect(braces(english.get(key) ?? ''), key).toEqual(braces(chinese));
    expect(chinese.trim(), key).not.toBe('');
    expect(english.get(key)?.trim(), key).not.toBe('');
  }
  expect(english.size).toBe(texts(zhCN).length);
});

test('a brace without a value stays visible', () => {
  expect(fill('{a} und {b}', { a: 1 })).toBe('1 und {b}');
});

test('a word after a number is singular for one and plural for the rest', () => {
  const text = '{n} green {n:coin|coins}';
  expect(fill(text, { n: 1 })).toBe('1 green coin');
  expect(fill(text, { n: '1' })).toBe('1 green coin');
  for (const n of [0, 2, 11, '1,001', '1.5']) expect(fill(text, { n })).toBe(`${n} green coins`);
  expect(fill(text, {})).toBe(text);
});

test('only English has words that change with a number, one of its braces or the number it stands beside', () => {
  const choices = (text: string) => [...text.matchAll(/\{(\w+):/g)].map(([, name]) => name);
  expect(texts(zhCN).flatMap(([, text]) => choices(text))).toEqual([]);
  for (const [key, text] of texts(en)) {
    const names = braces(text);
    for (const name of choices(text))
      if (names.length > 0) expect(names, key).toContain(`{${name}}`);
  }
});

test('an address goes to the other language and back', () => {
  for (const path of ['/', '/cases/', '/entrance/', '/cases/brown-sugar/']) {
    expect(localeOf(path)).toBe('zh-CN');
    expect(localeOf(pathIn('en', path))).toBe('en');
    expect(pathWithoutLocale(pathIn('en', path))).toBe(path);
  }
});
