import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../src/features/transparency/data/body';
import { type DataFile, dataFiles, fileNamed } from '../../../src/features/transparency/data/files';
import { rangeOf } from '../../../src/features/transparency/data/range';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

/** 24 November 2026, seven in the morning in Shanghai: still the 23rd in UTC. */
const now = new Date('2026-11-23T23:00:00Z');
const rangeFor = (file: DataFile, query: string) => rangeOf(file, new URLSearchParams(query), now);

describe('the days a data file gives', () => {
  test('are the last 400 closed days when none are named, counted in Shanghai', () => {
    expect(rangeFor('days', '')).toEqual({ from: '2025-10-20', to: '2026-11-23' });
  });

  test('are those that are named, both included', () => {
    const asked = 'from=2026-02-01&to=2026-02-28';
    for (const file of Object.keys(dataFiles) as DataFile[]) {
      expect(rangeFor(file, asked)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    }
  });

  test('of envelopes are this year, of prices and audits all there are', () => {
    expect(rangeFor('envelopes', '')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(rangeFor('prices', '')).toEqual({ from: '2000-01-01', to: '2999-12-31' });
    expect(rangeFor('audits', '')).toEqual({ from: '2000-01-01', to: '2026-11-23' });
  });

  test.each([
    ['from=2026-02-30', 'not_a_day'],
    ['from=yesterday', 'not_a_day'],
    ['to=', 'not_a_day'],
    ['to=1999-12-31', 'not_a_day'],
    ['from=2026-1-1', 'not_a_day'],
    ["from=2026-01-01'--", 'not_a_day'],
    ['from=2026-03-01&to=2026-02-28', 'from_after_to'],
    ['from=2027-01-01', 'from_after_to'],
    ['from=2025-01-01&to=2026-02-05', 'range_too_long'],
    ['from=2020-01-01', 'range_too_long'],
  ])('are refused for %s: %s', (query, problem) => {
    expect(rangeFor('days', query)).toEqual({ problem });
  });

  test('may be exactly 400', () => {
    expect(rangeFor('actions', 'from=2025-01-01&to=2026-02-04')).toMatchObject({
      to: '2026-02-04',
    });
  });
});

describe('a data file', () => {
  test('is known by its name and one of two endings', () => {
    expect(fileNamed('days.csv')).toEqual({ file: 'days', format: 'csv' });
    for (const name of ['days', 'days.xlsx', 'days.csv.json', 'toString.csv', '.csv', 'Days.csv']) {
      expect(fileNamed(name)).toBeUndefined();
    }
  });

  const row = {
    month: '2026-10-01',
    approved: 9,
    sampled: 0,
    judged: 0,
    wrong: 0,
    share: null,
    low: null,
    high: null,
    seed: 'ab',
    seed_day: '2026-10-31',
    threshold: null,
    has_demo: false,
    approved_by: 'not a column',
  };
  const range = { from: '2026-01-01', to: '2026-12-31' };
  const of = (format: 'csv' | 'json') =>
    bodyOf({ file: 'audits', format }, [row], { range, schema: 'https://green.example/#audits' });

  test('as CSV begins with a byte order mark and the names of its columns; what is not known stays empty', () => {
    const lines = of('csv').split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFmonth,approved,sampled,judged,wrong,share,low,high,seed,seed_day,threshold,has_demo',
    );
    expect(lines[1]).toBe('2026-10-01,9,0,0,0,,,,ab,2026-10-31,,false');
  });

  test('as JSON says what it is, and holds the columns of the CSV and no other', () => {
    const { rows, ...about } = JSON.parse(of('json'));
    expect(about).toEqual({
      file: 'audits',
      schema: 'https://green.example/#audits',
      licence: 'CC-BY-4.0',
      ...range,
    });
    expect(Object.keys(rows[0])).toEqual(Object.keys(dataFiles.audits));
    expect(rows[0].share).toBeNull();
  });

  test.each(Object.keys(dataFiles) as DataFile[])('has words for every column of %s', (file) => {
    for (const t of [zhCN, en]) {
      expect(Object.keys(t.transparencyData.files[file].columns)).toEqual(
        Object.keys(dataFiles[file]),
      );
    }
  });
});
