import { getRssString } from '@astrojs/rss';
import { describe, expect, test, vi } from 'vitest';
import { feedOf } from '../../../src/features/case-studies/feed';
import { cases } from './cases';

// The feed is built from what the collections hold; here it is built from the files themselves.
vi.mock('astro:content', () => ({}));

const site = new URL('https://green-yiwu.example');
const feed = (locale: 'zh-CN' | 'en') => {
  const language = locale === 'en' ? 'en' : 'zh';
  const items = cases.map((each) => ({ ...each[language], path: `/cases/${each.slug}/` }));
  return getRssString(feedOf(items, locale, site));
};

describe('the feed', () => {
  test('names its language', async () => {
    expect(await feed('zh-CN')).toContain('<language>zh-CN</language>');
    expect(await feed('en')).toContain('<language>en</language>');
  });

  test('links to each case in its own language, with an absolute address', async () => {
    const [chinese, english] = [await feed('zh-CN'), await feed('en')];
    for (const { slug } of cases) {
      expect(chinese).toContain(`<link>https://green-yiwu.example/cases/${slug}/</link>`);
      expect(english).toContain(`<link>https://green-yiwu.example/en/cases/${slug}/</link>`);
    }
  });

  test('gives the title and the summary of each case', async () => {
    const text = await feed('zh-CN');
    for (const { zh } of cases) {
      expect(text).toContain(`<title>${zh.title}</title>`);
      expect(text).toContain(`<description>${zh.summary}</description>`);
    }
  });

  test('makes up no date', async () => {
    expect(await feed('zh-CN')).not.toContain('pubDate');
  });
});
