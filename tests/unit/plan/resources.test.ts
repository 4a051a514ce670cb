import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { heritageClasses, intangibleItem } from '../../../src/features/plan/resources/schema';
import { cultures, figures, townTables, waters } from './resources';

const { sights, sites, intangible, farming, clusters, notes } = townTables;
const plan = readFileSync(join(import.meta.dirname, '../../fixtures/plan.txt'), 'utf8');
const bare = plan.replace(/\s/g, '');
const numbersOf = (rows: { number: number }[]) => rows.map(({ number }) => number);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const countBy = <Row>(rows: Row[], keyOf: (row: Row) => string) =>
  Object.fromEntries([...Map.groupBy(rows, keyOf)].map(([key, { length }]) => [key, length]));

describe('the tables 1 to 6 of the plan', () => {
  test.each([
    ['sights', sights, 9],
    ['cultures', cultures, 8],
    ['protected sites', sites, 7],
    ['intangible items', intangible, 14],
    ['clusters', clusters, 8],
  ] as const)('have all their %s, numbered without a gap', (_, rows, count) => {
    expect(numbersOf([...rows])).toEqual(upTo(count));
  });

  test('name everything as the plan does', () => {
    const rows = [...sights, ...cultures, ...sites, ...intangible, ...farming, ...waters];
    const unknown = rows.map(({ name }) => name.zh).filter((name) => !bare.includes(name));
    expect(unknown).toEqual([]);
    expect(
      clusters.flatMap(({ name }) => name.zh.split('、')).every((name) => bare.includes(name)),
    ).toBe(true);
  });

  test('rate the nine sights as the plan does', () => {
    expect(countBy(sights, ({ rating }) => rating)).toEqual({
      '4a': 1,
      '3a': 5,
      'provincial-red': 1,
      'municipal-red': 2,
    });
  });

  test('have five protected sites from the Qing and two from the Song', () => {
    expect(countBy(sites, ({ era }) => era)).toEqual({ qing: 5, song: 2 });
  });

  test('have 3 items on the national and 14 on the provincial list, as the plan sums them up', () => {
    expect(bare).toContain('国家级3个，浙江省级14个');
    const national = intangible.filter(({ nationalBatch }) => nationalBatch);
    expect(national.map(({ name, nationalBatch }) => [name.zh, nationalBatch])).toEqual([
      ['义乌道情', 2],
      ['义乌红糖制作技艺', 4],
      ['朱丹溪中医药文化', 5],
    ]);
    expect(intangible.map(({ provincialBatch }) => provincialBatch)).toEqual([
      4, 2, 2, 2, 3, 3, 3, 2, 4, 3, 4, 5, 5, 3,
    ]);
  });

  test('have half of the intangible items among the crafts', () => {
    const counts = countBy(intangible, (item) => item.class);
    expect(Object.keys(counts).sort()).toEqual([...heritageClasses].sort());
    expect(counts.craft).toBe(7);
  });

  test('have seven farm specialities, three grain zones, two parks and ten brands', () => {
    expect(countBy(farming, ({ kind }) => kind)).toEqual({
      industry: 7,
      'grain-zone': 3,
      'farm-park': 2,
      brand: 10,
      company: 4,
    });
  });

  test('name for each brand what it sells', () => {
    const brands = farming.filter(({ kind }) => kind === 'brand');
    expect(brands.filter(({ product }) => !product)).toEqual([]);
  });

  test('have four protected sources of water, three forest parks and rivers of three ranks', () => {
    expect(countBy(waters, ({ kind }) => kind)).toEqual({
      'city-river': 3,
      'county-river': 5,
      stream: 4,
      'water-source': 4,
      'forest-park': 3,
      'wetland-park': 1,
    });
  });
});

describe('the figures', () => {
  test('each stand in the plan with exactly these digits', () => {
    const digits = figures.flatMap(({ code, value, text }) => {
      const [written] = text.zh.match(/\d[\d.]*/) ?? [];
      if (value !== undefined) expect(Number(written), code).toBe(value);
      return written ?? [];
    });
    expect(digits).toHaveLength(figures.length);
    expect(digits.filter((number) => !bare.includes(number))).toEqual([]);
  });

  test('have codes of their own', () => {
    expect(new Set(figures.map(({ code }) => code)).size).toBe(figures.length);
  });

  const sum = (...codes: string[]) =>
    figures
      .filter(({ code }) => codes.includes(code))
      .reduce((total, { value = 0 }) => total + value, 0);

  test('add up where the plan’s own do: land, minerals, water and rivers', () => {
    expect(sum('land-mountains', 'land-plains', 'land-waters')).toBeCloseTo(100);
    expect(
      sum(
        'minerals-metal',
        'minerals-furnace',
        'minerals-other',
        'minerals-energy',
        'minerals-water',
      ),
    ).toBe(sum('minerals'));
    expect(sum('water-surface', 'water-ground') - sum('water-twice')).toBeCloseTo(
      sum('water-total'),
    );
    expect(sum('rivers-city', 'rivers-county', 'rivers-streams')).toBeCloseTo(193.33);
  });

  test('bear out what the headings of the charts say', () => {
    expect(sum('water-in') / sum('water-total')).toBeGreaterThan(1.8);
    expect(sum('services-added') / sum('industry-added')).toBeGreaterThan(4);
    expect(sum('cooperatives') / sum('leading-companies')).toBeGreaterThan(3);
    expect(sum('family-farms') / sum('leading-companies')).toBeGreaterThan(4.7);
    const growth = figures.filter(({ code }) => code.startsWith('growth-'));
    const fastest = growth.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    expect(fastest?.code).toBe('growth-digital');
  });

  test('agree with the tables that count the same', () => {
    expect(sum('protected-sites')).toBe(sites.length);
    expect(sum('provincial-items')).toBe(intangible.length);
    expect(sum('national-items')).toBe(intangible.filter((item) => item.nationalBatch).length);
  });
});

describe('the words', () => {
  const texts = (data: unknown, language: 'zh' | 'en'): string[] =>
    typeof data !== 'object' || data === null
      ? []
      : Object.entries(data).flatMap(([key, value]) =>
          key === language && typeof value === 'string' ? [value] : texts(value, language),
        );
  const all = [figures, waters, cultures, townTables];

  test('are in full-width punctuation in Chinese and without Chinese characters in English', () => {
    expect(texts(all, 'zh').filter((text) => /[,;:()“”"!]/.test(text))).toEqual([]);
    expect(texts(all, 'en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('tell of cultures and towns in sentences of our own', () => {
    const told = [...cultures.map(({ text }) => text.zh), ...notes.map(({ text }) => text.zh)];
    for (const text of told) {
      expect(text).toMatch(/。$/);
      // Names may be the plan's; a run of fifteen characters would be its sentence.
      for (let start = 0; start + 15 <= text.length; start += 1) {
        expect(bare.includes(text.slice(start, start + 15)), text).toBe(false);
      }
    }
  });
});

describe('the schema of an intangible item', () => {
  const [first] = intangible;
  test('refuses one that nobody keeps', () => {
    expect(intangibleItem.safeParse({ ...first, keptBy: undefined }).success).toBe(false);
  });
  test('refuses a batch the lists do not have', () => {
    expect(intangibleItem.safeParse({ ...first, provincialBatch: 6 }).success).toBe(false);
  });
});
