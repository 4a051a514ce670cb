import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letterOf } from '../../../src/features/inbox/letter';
import { sentenceOf } from '../../../src/features/inbox/notice';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

const told = {
  kind: 'place_offered',
  values: {
    title_zh: '巡河',
    title_en: 'River walk',
    starts_at: '2026-12-05T01:00:00+00:00',
    offer_ends_at: '2026-12-01T16:00:00+00:00',
  },
};

test('a notice is said in the reader’s language, with moments in Shanghai', () => {
  expect(sentenceOf(told, zhCN.inbox, 'zh-CN')).toMatch(
    /「巡河」（2026年12月5日 09:00）.*2026年12月2日 00:00 以前/,
  );
  expect(sentenceOf(told, en.inbox, 'en')).toMatch(/“River walk”.*5 Dec 2026.*2 Dec 2026/);
});

test('a kind without a sentence still says something', () => {
  expect(sentenceOf({ kind: 'never_heard_of', values: null }, zhCN.inbox, 'zh-CN')).toBe(
    zhCN.inbox.other,
  );
});

test('a letter keeps markup of values as text, and its subject short', () => {
  const letter = letterOf(
    {
      kind: 'session_notice',
      values: {
        title_zh: '<b>"河"</b>',
        starts_at: '2026-12-05T01:00:00Z',
        text_zh: '长'.repeat(99),
      },
      path: '/events/?a=1&b=2',
    },
    'zh-CN',
    new URL('https://green-yiwu.example/'),
  );
  expect(letter.html).toContain('&lt;b&gt;&quot;河&quot;&lt;/b&gt;');
  expect(letter.html).toContain('href="https://green-yiwu.example/events/?a=1&amp;b=2"');
  expect(letter.text).toContain('https://green-yiwu.example/events/?a=1&b=2');
  expect(letter.subject).toMatch(/…$/);
  expect(letter.subject.length).toBeLessThanOrEqual(70);
});

test('every kind that the database tells has its sentence', () => {
  const folder = new URL('../../../supabase/migrations/', import.meta.url);
  const sql = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const told = [...sql.matchAll(/private\.(?:notify|tell_\w+)\([^;]*?;/g)].flatMap(([call]) =>
    [...call.matchAll(/'([a-z]+_[a-z_]+)'/g)].map(([, kind]) => kind ?? ''),
  );

  // Names of values end in a language or in a moment; kinds do not.
  const kinds = told.filter((word) => !/_(zh|en|at)$/.test(word));
  expect(kinds).toContain('log_approved');
  expect(kinds.filter((kind) => !(kind in zhCN.inbox.kinds))).toEqual([]);
});
