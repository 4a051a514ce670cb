import type { CacheProvider } from 'astro';
import { describe, expect, test } from 'vitest';
import { pageCache } from '../../../src/lib/page-cache';

const logger = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** A site with one page, whose renderings the test counts and lets finish. */
function siteWith(headers: Record<string, string>) {
  const state = { revision: 1, renderings: 0, text: 'old', now: 0 };
  const waiting: (() => void)[] = [];
  let held = false;
  const cache = pageCache(
    async () => state.revision,
    () => state.now,
  )({});
  const render = async () => {
    state.renderings += 1;
    const { text } = state;
    if (held) await new Promise<void>((go) => waiting.push(go));
    return new Response(text, { headers });
  };
  const visit = async (asked: Record<string, string> = {}) => {
    const request = new Request('https://green.example/events/', { headers: asked });
    const context = { request, url: new URL(request.url), logger } as unknown as Parameters<
      NonNullable<CacheProvider['onRequest']>
    >[0];
    return (await cache.onRequest?.(context, render)) ?? new Response(null, { status: 500 });
  };
  return {
    state,
    visit,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    /** Goes on by more than the cache waits before it asks for the revision again. */
    aSecondLater: () => {
      state.now += 1001;
    },
    text: async () => (await visit()).text(),
  };
}

const kept = { 'CDN-Cache-Control': 'max-age=60' };
const personal = { 'Cache-Control': 'private, no-store' };
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('the cache of pages', () => {
  test('renders a page once for many visits', async () => {
    const { state, text } = siteWith(kept);
    for (let visits = 0; visits < 5; visits += 1) expect(await text()).toBe('old');
    expect(state.renderings).toBe(1);
  });

  test('shows what has been published on the first visit after a second', async () => {
    const { state, text, aSecondLater } = siteWith(kept);
    await text();
    Object.assign(state, { revision: 2, text: 'new' });
    aSecondLater();
    expect(await text()).toBe('new');
    expect(await text()).toBe('new');
    expect(state.renderings).toBe(2);
  });

  test('renders once for a crowd that comes after a publication', async () => {
    const { state, visit, hold, release, aSecondLater } = siteWith(kept);
    await visit();
    Object.assign(state, { revision: 2, text: 'new' });
    aSecondLater();
    hold();
    const crowd = Array.from({ length: 40 }, visit);
    await turnOfTheLoop();
    release();
    const texts = await Promise.all((await Promise.all(crowd)).map((response) => response.text()));
    expect(new Set(texts)).toEqual(new Set(['new']));
    expect(state.renderings).toBe(2);
  });

  test('does not give a visitor what began to be rendered before the publication', async () => {
    const { state, visit, text, hold, release, aSecondLater } = siteWith(kept);
    await visit();
    Object.assign(state, { revision: 2 });
    aSecondLater();
    hold();
    const early = visit();
    await turnOfTheLoop();
    Object.assign(state, { revision: 3, text: 'new' });
    aSecondLater();
    const late = visit();
    await turnOfTheLoop();
    release();
    expect(await (await early).text()).toBe('old');
    expect(await (await late).text()).toBe('new');
    expect(await text()).toBe('new');
  });

  test('never shares an answer that is somebody’s own', async () => {
    const { state, visit, hold, release } = siteWith(personal);
    await visit();
    hold();
    const visits = [visit(), visit(), visit()];
    await turnOfTheLoop();
    release();
    await Promise.all(visits);
    expect(state.renderings).toBe(4);
  });

  test('answers 304 without a body to who has this very answer, also from memory', async () => {
    const { state, visit } = siteWith({ ...kept, ETag: '"a1"', 'Content-Type': 'text/csv' });
    for (const known of ['"a1"', 'W/"a1"', '"z9", "a1"']) {
      const response = await visit({ 'If-None-Match': known });
      expect(response.status).toBe(304);
      expect(response.headers.get('ETag')).toBe('"a1"');
      expect(await response.text()).toBe('');
    }
    const changed = await visit({ 'If-None-Match': '"a0"' });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toBe('old');
    expect(state.renderings).toBe(1);
  });

  test('answers in full to who names a tag where the answer has none', async () => {
    const { visit } = siteWith(kept);
    expect((await visit({ 'If-None-Match': '""' })).status).toBe(200);
  });
});
