import { expect, test } from 'vitest';
import type { Entry } from '../../../src/features/search/entry';
import { excerptOf } from '../../../src/features/search/excerpt';
import { hitsOf, merged } from '../../../src/features/search/find';
import { runsOf } from '../../../src/features/search/query';

const entry = (title: string, text: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'page',
  path: `/${title}/`,
  title,
  text,
  ...more,
});
const titles = (hits: { title: { text: string }[] }[]) =>
  hits.map(({ title }) => title.map(({ text }) => text).join(''));

const entries = [
  entry('听证会', '垃圾分类点要不要挪', { kind: 'event', town: 'niansanli' }),
  entry('分类的垃圾去了哪里', '', { kind: 'event', town: 'fotang' }),
  entry('工业垃圾分类', '企业预约，专车来收'),
  entry('沿江走', '捡一袋垃圾', { kind: 'event', town: 'fotang' }),
];

test('what has it in its title comes first, then in its text, then by its words', () => {
  expect(titles(hitsOf(entries, { q: '垃圾分类' }, 'zh-CN'))).toEqual([
    '工业垃圾分类',
    '听证会',
    '分类的垃圾去了哪里',
  ]);
});

test('kind and town narrow it, also without a word', () => {
  expect(titles(hitsOf(entries, { q: '垃圾', kind: 'event', town: 'fotang' }, 'zh-CN'))).toEqual([
    '分类的垃圾去了哪里',
    '沿江走',
  ]);
  expect(hitsOf(entries, { q: '', town: 'niansanli' }, 'zh-CN')).toHaveLength(1);
});

test('punctuation alone finds nothing', () => {
  expect(hitsOf(entries, { q: '。「」' }, 'zh-CN')).toEqual([]);
});

test('the index is believed for one English word, and judged again for Chinese', () => {
  const found = [entry('Schools', 'Teaching children about rivers')];
  expect(hitsOf(found, { q: 'taught' }, 'en', { found: true })).toHaveLength(1);
  expect(hitsOf(found, { q: 'taught' }, 'en')).toEqual([]);
  expect(hitsOf(entries, { q: '国际学校' }, 'zh-CN', { found: true })).toEqual([]);
});

test('both lists become one, the better first and the index before events', () => {
  const ranked = merged([{ rank: 2, from: 'index' }], [
    { rank: 3, from: 'living' },
    { rank: 2, from: 'living' },
  ] as { rank: number; from: string }[]);
  expect(ranked.map(({ rank, from }) => `${rank} ${from}`)).toEqual([
    '3 living',
    '2 index',
    '2 living',
  ]);
});

const text = (parts: { text: string; isMarked: boolean }[]) =>
  parts.map((part) => (part.isMarked ? `[${part.text}]` : part.text)).join('');

test('an excerpt shows the words around what was looked for and marks it', () => {
  const long = `${'前面的话。'.repeat(30)}村里冬天熬红糖，路上都是甜的。${'后面的话。'.repeat(30)}`;
  const shown = text(excerptOf(long, runsOf('红糖'), 40));
  expect(shown).toContain('熬[红糖]，路上');
  expect(shown).toMatch(/^….*…$/);
  expect(shown.length).toBeLessThan(50);
});

test('an English excerpt begins and ends with whole words and marks all of one', () => {
  const long = `${'before it '.repeat(30)}the recycled paper ${'after it '.repeat(30)}`;
  const shown = text(excerptOf(long, runsOf('recycling'), 60));
  expect(shown).toContain('the [recycled] paper');
  expect(shown).toMatch(/^…(before|it) .* (after|it)…$/);
});

test('where the words are not in the text the excerpt is its beginning', () => {
  expect(text(excerptOf('一二三四五六七八九十', runsOf('红糖'), 5))).toBe('一二三四五…');
});
