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

test('an address goes to the other language and back', () => {
  for (const path of ['/', '/cases/', '/entrance/', '/cases/brown-sugar/']) {
    expect(localeOf(path)).toBe('zh-CN');
    expect(localeOf(pathIn('en', path))).toBe('en');
    expect(pathWithoutLocale(pathIn('en', path))).toBe(path);
  }
});
