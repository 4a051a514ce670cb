import { expect, test } from 'vitest';
import indicatorRows from '../../../src/content/plan/indicators.json';
import organisations from '../../../src/content/plan/organisations.json';
import projectRows from '../../../src/content/plan/projects.json';
import type { SessionRow } from '../../../src/features/open-data/api';
import {
  coinsDocument,
  eventsDocument,
  feedDocument,
  indicatorsDocument,
  projectsDocument,
} from '../../../src/features/open-data/documents';
import { described, openApi } from '../../../src/features/open-data/openapi';
import * as schema from '../../../src/features/open-data/schema';
import type { Indicator, Organisation, Project } from '../../../src/features/plan/schema';

const site = new URL('https://example.org');
const bodies = new Map(Object.entries(organisations as unknown as Record<string, Organisation>));
const row = (more: Partial<SessionRow> = {}): SessionRow => ({
  session_id: '11111111-1111-4111-8111-111111111111',
  starts_at: '2026-12-06T01:00:00+00:00',
  ends_at: '2026-12-06T03:00:00+00:00',
  place_zh: '江边小屋',
  place_en: 'the hut by the river',
  capacity: 20,
  seats_free: 3,
  session_status: 'scheduled',
  event_status: 'published',
  slug: 'river-walk',
  kind: 'volunteering',
  theme: 'none',
  title_zh: '沿江走一段',
  title_en: 'A walk along the river',
  summary_zh: '捡一袋垃圾',
  summary_en: 'Pick up a bag of litter',
  languages: ['zh-CN'],
  minimum_age: null,
  maximum_age: null,
  published_at: '2026-11-20T08:00:00.5+00:00',
  is_demo: true,
  base_slug: 'river',
  base_name_zh: '江岸',
  base_name_en: 'River bank',
  town_code: 'fotang',
  ...more,
});

test('indicators and projects keep every row of the plan, with names in place of codes', () => {
  const indicators = schema.indicators.parse(
    indicatorsDocument(indicatorRows as unknown as Indicator[], bodies, site),
  );
  expect(indicators.items.map(({ id }) => id)).toContain('indicator-17');
  for (const { departments } of indicators.items) {
    for (const { zh } of departments) expect(zh).not.toBe('');
  }
  const projects = schema.projects.parse(
    projectsDocument(projectRows as unknown as Project[], bodies, site),
  );
  expect(projects.items).toHaveLength(37);
  expect(projects.items[0]?.url.en).toBe('https://example.org/en/projects/#project-1');
  for (const [at, { responsible }] of projects.items.entries()) {
    expect(responsible).toHaveLength(projectRows[at]?.responsible.length ?? -1);
  }
});

test('an event is one item with its sessions, and a cancelled event cancels them all', () => {
  const { items } = schema.events.parse(
    eventsDocument(
      [
        row(),
        row({ session_id: '22222222-2222-4222-8222-222222222222', session_status: 'cancelled' }),
      ],
      site,
    ),
  );
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    id: 'river-walk',
    theme: null,
    publishedAt: '2026-11-20T08:00:00.500Z',
  });
  expect(items[0]?.sessions.map(({ isCancelled }) => isCancelled)).toEqual([false, true]);
  const cancelled = eventsDocument([row({ event_status: 'cancelled' })], site);
  expect(cancelled.items[0]?.sessions[0]?.isCancelled).toBe(true);
});

test('the feed holds what is to come, the latest published first, and then the cases without a date', () => {
  const words = {
    title: 'Green Yiwu',
    description: '…',
    caseTag: 'Cases',
    eventTag: 'Events',
    lines: () => ['on Sunday'],
  };
  const rows = [
    row(),
    row({ slug: 'later', published_at: '2026-11-28T08:00:00+00:00' }),
    row({ slug: 'over', ends_at: '2026-11-01T03:00:00+00:00' }),
  ];
  const study = { slug: 'a', path: '/cases/a/', title: 'A', summary: 'About A' };
  const feed = schema.feed.parse(
    feedDocument([study], rows, {
      locale: 'en',
      words,
      site,
      now: new Date('2026-11-29T00:00:00Z'),
    }),
  );
  expect(feed.items.map(({ url }) => url)).toEqual([
    'https://example.org/en/events/later/',
    'https://example.org/en/events/river-walk/',
    'https://example.org/en/cases/a/',
  ]);
  expect(feed.items[1]?.content_text).toBe('Pick up a bag of litter\non Sunday');
  expect(feed.items[2]).not.toHaveProperty('date_published');
});

test('the terms are null as long as the organiser has set none; the books have theirs', () => {
  expect(projectsDocument([], bodies, site).licence).toBeNull();
  const coins = schema.coins.parse(coinsDocument(site));
  expect(coins.licence).toBe('CC-BY-4.0');
  expect(coins.items.find(({ id }) => id === 'days')?.columns).toMatchObject({
    day: 'day',
    issued: 'coins',
  });
});

test('the description names every address once, and each has a schema', () => {
  const { paths, components } = openApi(site, 'test');
  expect(Object.keys(paths)).toHaveLength(described.length);
  for (const { get } of Object.values(paths)) {
    const { $ref } = get.responses[200].content['application/json'].schema;
    expect(components.schemas).toHaveProperty([$ref.split('/').at(-1) ?? '']);
  }
  expect(JSON.stringify(components)).not.toContain('"$schema"');
  const ids = Object.values(paths).map(({ get }) => get.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});
