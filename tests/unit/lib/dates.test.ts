import { expect, test } from 'vitest';
import { formatDay, formatMoment, parseMoment, shanghaiDay } from '../../../src/lib/dates';

test('a moment as PostgreSQL writes it is read to the millisecond', () => {
  expect(parseMoment('2026-11-23 17:47:58.75+00').toISOString()).toBe('2026-11-23T17:47:58.750Z');
  expect(parseMoment('2026-11-23T17:47:58+00:00').toISOString()).toBe('2026-11-23T17:47:58.000Z');
});

test('the day changes at midnight in Shanghai, wherever the reader is', () => {
  expect(shanghaiDay(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
  expect(shanghaiDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
});

test('a moment is shown in Shanghai time and a day without any zone', () => {
  expect(formatMoment('2026-11-23T16:30:00Z', 'zh-CN')).toContain('11月24日');
  expect(formatDay('2026-11-24', 'en')).toBe('24 November 2026');
});
