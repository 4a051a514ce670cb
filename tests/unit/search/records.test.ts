import { expect, test } from 'vitest';
import indicators from '../../../src/content/plan/indicators.json';
import organisations from '../../../src/content/plan/organisations.json';
import projects from '../../../src/content/plan/projects.json';
import type { Indicator, Organisation, Project } from '../../../src/features/plan/schema';
import { queryOf, searchIn } from '../../../src/features/search/address';
import {
  indicatorEntry,
  pageEntries,
  projectEntry,
  recordOf,
} from '../../../src/features/search/records';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { locales } from '../../../src/i18n/locale';

const bodies = new Map(Object.entries(organisations as unknown as Record<string, Organisation>));

test('a project is found by each of its towns, by its type and by who answers for it', () => {
  for (const row of projects as unknown as Project[]) {
    const record = recordOf(projectEntry(row, bodies, 'zh-CN'), 'zh-CN');
    expect(record.url).toBe(`/projects/#project-${row.number}`);
    expect(record.content).toContain(row.name.zh);
    expect(record.content).toContain(row.content.zh);
    expect(record.content).not.toMatch(/。。/);
    expect('town' in record.filters ? record.filters.town : []).toEqual(row.towns);
  }
});

test('an indicator leads to its row in the language of the record', () => {
  for (const row of indicators as unknown as Indicator[]) {
    const record = recordOf(indicatorEntry(row, bodies, 'en'), 'en');
    expect(record.url).toBe(`/en/indicators/#indicator-${row.number}`);
    expect(record.content).toContain(row.meaning.en);
  }
});

test('records are in the language pagefind reads from a page, which it writes in lower case', () => {
  for (const locale of locales) {
    for (const entry of pageEntries(dictionaryOf(locale), locale)) {
      expect(recordOf(entry, locale).language).toBe(locale.toLowerCase());
      expect(entry.title).not.toBe('');
    }
  }
});

test('an address asks for a search and is made of it; what the form does not offer does not count', () => {
  const asked = searchIn(new URLSearchParams('q=+红糖+&kind=case&town=yiting'));
  expect(asked).toEqual({ q: '红糖', kind: 'case', town: 'yiting' });
  expect(searchIn(new URLSearchParams(queryOf(asked)))).toEqual(asked);
  expect(searchIn(new URLSearchParams('kind=nonsense&town=nowhere'))).toEqual({ q: '' });
  expect(searchIn(new URLSearchParams({ q: 'x'.repeat(500) })).q).toHaveLength(100);
});
