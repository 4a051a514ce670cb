import { describe, expect, test } from 'vitest';
import { zhCN } from '../../../src/i18n/zh-CN';
import { problemOf, problemText, Refusal, refusalOf } from '../../../src/lib/errors';

describe('a refusal', () => {
  test('takes its code from the hint and its values from the detail', () => {
    const { problem } = refusalOf({
      message: 'Too often today.',
      hint: 'daily_cap',
      details: '{"cap": 1, "next_at": "2026-11-24T16:00:00+00:00"}',
    });
    expect(problem.code).toBe('daily_cap');
    const text = problemText(problem, zhCN.errors, 'zh-CN');
    expect(text).toContain('记满 1 次');
    // 16:00 in Greenwich is midnight in Shanghai.
    expect(text).toMatch(/11月25日.*00:00/);
  });

  test('says that the network is gone when nothing came back', () => {
    expect(refusalOf({ message: 'TypeError: Failed to fetch' }).problem.code).toBe('offline');
    expect(problemOf(new TypeError('NetworkError when attempting to fetch')).code).toBe('offline');
    const aborted = { message: 'AbortError: The API took too long.', hint: 'Request was aborted' };
    expect(refusalOf(aborted).problem.code).toBe('offline');
  });

  test('asks to sign in again when the session has ended', () => {
    expect(refusalOf({ message: 'JWT expired', code: 'PGRST301' }).problem.code).toBe(
      'sign_in_first',
    );
  });

  test('keeps its own problem when it is thrown through other code', () => {
    const refusal = new Refusal({ code: 'out_of_stock', values: {} });
    expect(problemOf(refusal)).toEqual({ code: 'out_of_stock', values: {} });
  });

  test('of an unknown code still gets a sentence, and detail that is no JSON does no harm', () => {
    const { problem } = refusalOf({ message: 'boom', hint: 'never_heard_of', details: 'not json' });
    expect(problemText(problem, zhCN.errors, 'zh-CN')).toBe(zhCN.errors.unknown);
  });
});

test('every code the database refuses with has a sentence', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const folder = new URL('../../../supabase/migrations/', import.meta.url);
  const sql = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const codes = [...sql.matchAll(/private\.refuse\('([a-z_]+)'/g)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(25);
  const rooms = Object.values(zhCN).map((room) => ('errors' in room ? room.errors : {}));
  const sentences = Object.assign({}, zhCN.errors, ...rooms);
  // Told to the owner in the SQL editor or to the jobs of the site, never to a page.
  const untold = ['administrator_exists', 'survey_key_invalid'];
  expect(codes.filter((code) => !(code in sentences) && !untold.includes(code))).toEqual([]);
});
