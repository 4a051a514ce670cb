import { describe, expect, test } from 'vitest';
import { cursorBehind, parseCursor } from '../../../src/features/education/calendar/cursor';
import { eventData } from '../../../src/features/education/calendar/event-data';
import { eventFeed } from '../../../src/features/education/calendar/feed';
import {
  isFiltered,
  parseFilter,
  parseView,
  queryOf,
} from '../../../src/features/education/calendar/filter';
import {
  addMonths,
  boundsOf,
  byDay,
  parseMonth,
  weeksOf,
} from '../../../src/features/education/calendar/month';
import { hours, withOffset } from '../../../src/features/education/calendar/when';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { asScriptData } from '../../../src/lib/script-data';
import { sessionLike } from './sessions';

const filterOf = (query: string) => parseFilter(new URLSearchParams(query));

describe('the filter of an address', () => {
  test('takes what the form offers', () => {
    expect(filterOf('theme=open_day&town=fotang&age=8&language=yiwu&free=yes')).toEqual({
      theme: 'open_day',
      town: 'fotang',
      age: 8,
      language: 'yiwu',
      free: true,
    });
  });

  test('counts anything else as not given', () => {
    const filter = filterOf("theme=';--&town=nowhere&age=121&language=&free=1");
    expect(isFiltered(filter)).toBe(false);
    expect(isFiltered(filterOf('age=-1'))).toBe(false);
    expect(isFiltered(filterOf('age=1e3'))).toBe(false);
  });

  test('takes age 0 for a baby, not for nothing', () => {
    expect(filterOf('age=0').age).toBe(0);
    expect(queryOf({ age: 0 })).toBe('?age=0');
  });

  test('goes into an address and comes back the same', () => {
    const filter = filterOf('theme=ecology_day&town=chian&age=70&language=en&free=yes');
    expect(filterOf(queryOf(filter, { view: 'map' }).slice(1))).toEqual(filter);
    expect(queryOf({})).toBe('');
  });

  test('shows the list for a view there is none of', () => {
    expect(parseView(new URLSearchParams('view=month'))).toBe('month');
    expect(parseView(new URLSearchParams('view=toString'))).toBe('list');
  });
});

describe('a month', () => {
  test('is the one it is in Shanghai unless the address names one', () => {
    const lastEvening = new Date('2026-11-30T17:00:00Z');
    expect(parseMonth(null, lastEvening)).toBe('2026-12');
    expect(parseMonth('2027-02', lastEvening)).toBe('2027-02');
    for (const text of ['2027-13', '2027-2', '0001-01', 'x']) {
      expect(parseMonth(text, lastEvening)).toBe('2026-12');
    }
  });

  test('goes over the end of a year in both directions', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
  });

  test('begins and ends at midnight in Shanghai', () => {
    expect(boundsOf('2026-12')).toEqual({
      from: new Date('2026-11-30T16:00:00Z'),
      to: new Date('2026-12-31T16:00:00Z'),
    });
  });

  test('has each of its days once, in weeks from Monday', () => {
    const weeks = weeksOf('2026-12');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBeUndefined();
    expect(weeks[0]?.[1]).toBe('2026-12-01');
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });

  test('puts a session under its day in Shanghai, not in London', () => {
    const early = sessionLike({ startsAt: new Date('2026-12-04T22:30:00Z') });
    expect([...byDay([early]).keys()]).toEqual(['2026-12-05']);
  });
});

describe('times', () => {
  test('are those of Shanghai’s clocks, wherever the server stands', () => {
    const { startsAt, endsAt } = sessionLike();
    expect(hours(startsAt, endsAt, 'zh-CN')).toBe('09:00–11:30');
    expect(withOffset(startsAt)).toBe('2026-12-05T09:00+08:00');
    expect(new Date(withOffset(startsAt))).toEqual(startsAt);
  });

  test('name the last day of a session that ends on another one', () => {
    const startsAt = new Date('2026-12-05T11:00:00Z');
    const endsAt = new Date('2026-12-06T01:00:00Z');
    expect(hours(startsAt, endsAt, 'en')).toMatch(/^19:00–.*6 December.* 09:00$/);
  });
});

describe('the cursor of a page', () => {
  test('comes back from the address as it went in', () => {
    const { startsAt, id } = sessionLike();
    expect(parseCursor(cursorBehind({ startsAt, id }))).toEqual({
      startsAt: '2026-12-05T01:00:00.000Z',
      id,
    });
  });

  test('is not read from anything that is none', () => {
    for (const text of [
      null,
      '',
      'x_y',
      '2026-99-05T01:00:00Z_55555555-5555-4555-8555-555555555555',
      'a,b)_',
    ]) {
      expect(parseCursor(text)).toBeUndefined();
    }
  });
});

describe('what search engines are told', () => {
  const site = new URL('https://green.example/');

  test('is when, where, by whom, and that it costs nothing', () => {
    expect(eventData(sessionLike(), 'zh-CN', site)).toMatchObject({
      '@type': 'Event',
      startDate: '2026-12-05T09:00+08:00',
      eventStatus: 'https://schema.org/EventScheduled',
      offers: { price: 0, availability: 'https://schema.org/InStock' },
      location: { name: '江滨公园东门', address: { addressLocality: '江东街道' } },
      organizer: { name: '义乌江巡护站' },
      typicalAgeRange: '8-',
    });
  });

  test('follows a cancellation and a full house', () => {
    expect(eventData(sessionLike({ isCancelled: true, free: 0 }), 'en', site)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      offers: { availability: 'https://schema.org/SoldOut' },
    });
  });

  test('cannot break out of its element', () => {
    const text = asScriptData({ name: '</script><script>alert(1)</script>' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' });
  });
});

test('the feed has one item an event, the newest published first, with every session in it', () => {
  const later = sessionLike({ id: 'later', startsAt: new Date('2026-12-12T01:00:00Z') });
  const other = sessionLike({
    slug: 'lantern-talk',
    title: '灯下听虫',
    publishedAt: new Date('2026-11-22T02:00:00Z'),
  });
  const t = dictionaryOf('zh-CN');
  const { items } = eventFeed([sessionLike(), later, other], {
    locale: 'zh-CN',
    t,
    site: new URL('https://green.example/'),
  });
  if (typeof items === 'string' || !Array.isArray(items)) throw new Error('no items');
  expect(items.map(({ title }) => title)).toEqual(['灯下听虫', '巡一段江']);
  expect(items[1]?.description).toContain('12月5日');
  expect(items[1]?.description).toContain('12月12日');
});
