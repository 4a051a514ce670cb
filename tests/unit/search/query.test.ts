import { describe, expect, test } from 'vitest';
import {
  hasLoneCharacter,
  holding,
  isOneWord,
  plainText,
  runsOf,
} from '../../../src/features/search/query';

const texts = (query: string) => runsOf(query).map(({ text }) => text);

test('quotation marks and punctuation of both languages separate words and are left out', () => {
  for (const query of ['「红糖」', '“红糖”', '『红糖』', '《红糖》，', '红糖。']) {
    expect(texts(query), query).toEqual(['红糖']);
  }
  expect(texts('红糖，绿币')).toEqual(['红糖', '绿币']);
  expect(texts('"brown" sugar?')).toEqual(['brown', 'sugar']);
  expect(plainText('「红糖」')).toBe('红糖');
  expect(texts('。，「」')).toEqual([]);
});

test('Chinese and letters beside each other are two words, full-width letters are letters, and a decimal stays whole', () => {
  expect(texts('4A景区')).toEqual(['4a', '景区']);
  expect(texts('ＰＭ２．５')).toEqual(['pm2.5']);
  expect(plainText('PM2.5 的年均值。')).toBe('PM2.5 的年均值');
});

test('a Chinese character by itself is known as one, beside other words too', () => {
  for (const query of ['糖', '「糖」', '糖 红薯', '2024 糖']) {
    expect(hasLoneCharacter(runsOf(query)), query).toBe(true);
  }
  for (const query of ['红糖', 'a', '2', '']) {
    expect(hasLoneCharacter(runsOf(query)), query).toBe(false);
  }
});

test('a Chinese stretch is known whole and by its words', () => {
  expect(runsOf('国际学校')).toEqual([{ text: '国际学校', words: ['国际', '学校'] }]);
});

describe('how well a text holds a query', () => {
  test.each([
    ['村里熬红糖', '红糖', 2],
    ['全域建成「污水零直排区」', '污水零直排', 2],
    ['国际商贸城边上的学校', '国际学校', 1],
    ['学党史的地方', '国际学校', 0],
    ['The city’s rivers', 'river', 2],
    ['Recycled paper', 'recycling', 2],
    ['Driver', 'river', 0],
    ['二级 A 类 pm2.5 年均值', 'PM2.5', 2],
    ['5 万人', 'PM2.5', 0],
  ] as const)('%s · %s', (text, query, rank) => {
    expect(holding(text, runsOf(query))).toBe(rank);
  });
});

test('only a single English word is left to the index, which knows its stem', () => {
  expect(isOneWord(runsOf('rivers'))).toBe(true);
  for (const query of ['brown sugar', '红糖', 'PM2.5', '2021']) {
    expect(isOneWord(runsOf(query)), query).toBe(false);
  }
});
