import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersOfEveryPage } from '../../src/lib/security-headers.mjs';
import { expect, test } from './fixtures';
import { config } from './global-setup';

const client = join(config.siteDir, 'client');
const pages: { pathname: string; headers: { key: string; value: string }[] }[] = JSON.parse(
  readFileSync(join(config.siteDir, '_headers.json'), 'utf8'),
);

test('every prebuilt page comes with its own policy and security headers, as they were built', async ({
  request,
}) => {
  expect(pages.length).toBeGreaterThan(20);
  for (const { pathname, headers } of pages) {
    const answer = await request.get(pathname);
    expect(answer.status(), pathname).toBe(200);
    const sent = answer.headers();
    for (const { key, value } of headers) {
      expect(sent[key.toLowerCase()], `${pathname} ${key}`).toBe(value);
    }
    expect(Object.keys(sent)).toContain('content-security-policy');
  }
});

test('a page waits for one style sheet, whether it was built or is rendered', async ({
  request,
}) => {
  for (const path of [
    '/cases/brown-sugar/',
    '/en/cases/',
    '/',
    '/indicators/',
    '/rewards/',
    '/bureau/',
  ]) {
    const html = await (await request.get(path)).text();
    expect(html.match(/<link rel="stylesheet"/g), path).toHaveLength(1);
    expect(html, path).toMatch(/<link rel="stylesheet" href="\/_astro\/[\w.-]+\.css">/);
  }
});

test('style sheets and scripts are compressed, kept for a year and never sniffed', async ({
  request,
}) => {
  const html = readFileSync(join(client, 'sign-in/index.html'), 'utf8');
  const sheets = html.match(/\/_astro\/[^"]+\.css/g) ?? [];
  const text = [html, ...sheets.map((sheet) => readFileSync(join(client, sheet), 'utf8'))].join();
  const assets = new Set(text.match(/\/_astro\/[^"')]+\.(js|css|woff2)/g));
  expect(assets.size).toBeGreaterThan(4);
  for (const asset of assets) {
    const answer = await request.get(asset);
    const headers = answer.headers();
    expect(headers['cache-control'], asset).toBe('public, max-age=31536000, immutable');
    for (const [name, value] of Object.entries(headersOfEveryPage)) {
      expect(headers[name.toLowerCase()], `${asset} ${name}`).toBe(value);
    }
    const file = readFileSync(join(client, asset));
    const isPacked = !asset.endsWith('.woff2') && file.length > 1_000;
    expect(headers['content-encoding'], asset).toBe(isPacked ? 'br' : undefined);
    expect(await answer.body()).toEqual(file);
  }
});

test('a page rendered for everybody is compressed, one of somebody is not', async ({ request }) => {
  const open = (await request.get('/projects/')).headers();
  expect(open['content-encoding']).toBe('br');
  expect(open.vary).toContain('Accept-Encoding');
  const own = (await request.get('/wallet/')).headers();
  expect(own['content-encoding']).toBeUndefined();
});

test('what is not built is the page that says so, however it is asked for', async ({ request }) => {
  for (const path of [
    '/no-such-page/',
    '/_astro/no-such.js',
    '/cases/..%2f..%2fserver/entry.mjs',
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-security-policy'], path).toContain("default-src 'self'");
  }
});
