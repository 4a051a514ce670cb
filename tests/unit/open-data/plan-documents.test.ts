import { expect, test } from 'vitest';
import {
  departmentsDocument,
  figuresDocument,
  tableDocument,
  townsDocument,
} from '../../../src/features/open-data/plan-documents';
import * as schema from '../../../src/features/open-data/plan-schema';
import { organisation } from '../../../src/features/plan/schema';
import { townCodes } from '../../../src/lib/towns';
import { cultures, figures, townTables, waters } from '../plan/resources';

const site = new URL('https://example.org');

test('each table keeps every row of the plan, in its order, with id, page and section', () => {
  const { sights, sites, intangible, farming, clusters } = townTables;
  const documents = [
    [waters, schema.waters.parse(tableDocument('waters', waters, site))],
    [sights, schema.sights.parse(tableDocument('sights', sights, site))],
    [cultures, schema.cultures.parse(tableDocument('cultures', cultures, site))],
    [sites, schema.protectedSites.parse(tableDocument('protected-sites', sites, site))],
    [intangible, schema.intangible.parse(tableDocument('intangible', intangible, site))],
    [farming, schema.farming.parse(tableDocument('farming', farming, site))],
    [clusters, schema.clusters.parse(tableDocument('clusters', clusters, site))],
  ] as const;
  for (const [rows, { items }] of documents) {
    expect(items.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(new Set(items.map(({ id }) => id)).size).toBe(rows.length);
  }
  expect(tableDocument('sights', sights, site).items[0]).toMatchObject({
    id: 'sight-1',
    url: { en: 'https://example.org/en/landscape/#sight-1' },
    section: '表 1',
    town: 'futian',
  });
});

test('a row that has a section of its own keeps it', () => {
  const { items } = schema.waters.parse(tableDocument('waters', waters, site));
  expect(items.map(({ section }) => section)).toEqual(waters.map(({ section }) => section));
});

test('a figure is known by its code, and keeps the plan’s own number', () => {
  const { items } = schema.figures.parse(figuresDocument(figures, site));
  expect(items.find(({ id }) => id === 'area')).toMatchObject({
    value: 1105,
    section: '二（一）1',
  });
});

test('a town has its code as id, and the ids of what belongs to it', () => {
  const study = { slug: 'river-basin', facts: { towns: ['dachen'] } };
  const { items } = schema.towns.parse(townsDocument(townTables, [study], site));
  expect(items.map(({ id }) => id)).toEqual(townCodes);
  const chian = items.find(({ id }) => id === 'chian');
  expect(chian).toMatchObject({ kind: 'town', name: { zh: '赤岸镇' }, projects: [], cases: [] });
  expect(chian?.protectedSites).toEqual(['site-1', 'site-4', 'site-6']);
  expect(items.find(({ id }) => id === 'dachen')?.cases).toEqual(['river-basin']);
});

test('a body has the ids of its figures and projects', () => {
  const body = organisation.parse({ zh: '水务局', en: 'Water Affairs Bureau', kind: 'department' });
  const projects = townTables.projects.filter(({ number }) => number < 3);
  const rows = [{ code: 'water-bureau', body, indicators: [], projects }];
  expect(schema.departments.parse(departmentsDocument(rows, site)).items).toMatchObject([
    {
      id: 'water-bureau',
      url: { zh: 'https://example.org/departments/water-bureau/' },
      indicators: [],
      projects: ['project-1', 'project-2'],
    },
  ]);
});
