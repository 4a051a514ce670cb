import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../../src/features/education/calendar/ics';
import type { CalendarSession } from '../../../src/features/education/calendar/session';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { sessionLike } from './sessions';

const site = new URL('https://green.example/');
const file = (sessions: CalendarSession[], locale: 'zh-CN' | 'en' = 'zh-CN') =>
  calendarFile(sessions, { locale, t: dictionaryOf(locale), site, name: '两山义行 · 活动' });

/** Reads a file as a calendar program does: components by their parsed values. */
const parse = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsOf = (text: string) =>
  parse(text)
    .getAllSubcomponents('vevent')
    .map((component) => ({ component, event: new ICAL.Event(component) }));
const only = (text: string) => {
  const [first, ...rest] = eventsOf(text);
  if (!first || rest.length > 0) throw new Error('not exactly one event');
  return first;
};

const octets = (line: string) => new TextEncoder().encode(line).length;

describe('a calendar file', () => {
  test('says of a session when, where, what and who, in UTC', () => {
    const { component, event } = only(file([sessionLike()]));
    expect(event.uid).toBe('55555555-5555-4555-8555-555555555555@green.example');
    expect(event.startDate.toJSDate()).toEqual(new Date('2026-12-05T01:00:00Z'));
    expect(event.endDate.toJSDate()).toEqual(new Date('2026-12-05T03:30:00Z'));
    expect(event.startDate.zone?.tzid).toBe('UTC');
    expect(event.summary).toBe('巡一段江');
    expect(event.location).toBe('江滨公园东门, 江东街道');
    expect(event.description).toContain('沿江走三公里');
    expect(component.getFirstPropertyValue('url')).toBe('https://green.example/events/river-walk/');
    expect(component.getFirstPropertyValue('categories')).toBe('志愿服务');
    expect(component.getFirstProperty('organizer')?.getParameter('cn')).toBe('义乌江巡护站');
  });

  test('is one that programs are told to follow: published, with a name and a time to come back', () => {
    const calendar = parse(file([sessionLike()]));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('两山义行 · 活动');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  });

  test('keeps the UID when a session moves, and raises its SEQUENCE and LAST-MODIFIED', () => {
    const before = only(file([sessionLike()]));
    const after = only(
      file([
        sessionLike({
          sequence: 1,
          startsAt: new Date('2026-12-06T01:00:00Z'),
          endsAt: new Date('2026-12-06T03:30:00Z'),
          changedAt: new Date('2026-11-25T02:00:00Z'),
        }),
      ]),
    );
    expect(after.event.uid).toBe(before.event.uid);
    expect(before.component.getFirstPropertyValue('sequence')).toBe(0);
    expect(after.component.getFirstPropertyValue('sequence')).toBe(1);
    expect(String(after.component.getFirstPropertyValue('last-modified'))).toBe(
      '2026-11-25T02:00:00Z',
    );
  });

  test('keeps a cancelled session, as cancelled and with the reason', () => {
    const { component, event } = only(
      file([sessionLike({ isCancelled: true, cancelReason: '江水太高', sequence: 2 })]),
    );
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(component.getFirstPropertyValue('sequence')).toBe(2);
    expect(event.description).toContain('已取消：江水太高');
    expect(only(file([sessionLike()])).component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  test('is the same for the same state, so that nobody is told of a change that was none', () => {
    expect(file([sessionLike()])).toBe(file([sessionLike()]));
  });

  test('holds any number of sessions, none too', () => {
    expect(eventsOf(file([]))).toEqual([]);
    expect(eventsOf(file([sessionLike({ id: 'a' }), sessionLike({ id: 'b' })]))).toHaveLength(2);
  });

  test('speaks English on the English address', () => {
    const { component } = only(file([sessionLike()], 'en'));
    expect(component.getFirstPropertyValue('categories')).toBe('Volunteering');
    expect(component.getFirstPropertyValue('url')).toBe(
      'https://green.example/en/events/river-walk/',
    );
  });
});

const hard = fc
  .array(
    fc.constantFrom(
      ',',
      ';',
      '\n',
      '\\',
      '"',
      ':',
      '^',
      '两山义行的活动',
      '🌿',
      '👩‍🌾',
      'a',
      'Z',
      ' ',
      '\t',
      '=',
      '\\n',
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 200 }));

/** What is left of a text without characters no calendar can carry. */
const carried = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones left out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .toWellFormed();

describe('whatever is written in an event', () => {
  test('comes back the same from a strict parser', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, summary, place) => {
        const { event } = only(file([sessionLike({ title, summary, place })]));
        expect(event.summary).toBe(carried(title));
        expect(event.location).toBe(`${carried(place)}, 江东街道`);
        expect(event.description.startsWith(carried(summary))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves every line at 75 octets or less, ended by CRLF and whole in its characters', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.string({ unit: 'binary', maxLength: 120 }),
        (title, summary, base) => {
          const text = file([sessionLike({ title, summary, base: `站${base}` })]);
          const lines = text.split('\r\n');
          expect(lines.join('')).not.toMatch(/[\r\n]/);
          for (const line of lines) {
            expect(octets(line)).toBeLessThanOrEqual(75);
            expect(line.isWellFormed()).toBe(true);
          }
          only(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
