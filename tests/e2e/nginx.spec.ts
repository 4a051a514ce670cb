import { readdirSync } from 'node:fs';
import { createServer, get, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { hasBrotli, nginxMissing, startNginx } from '../support/nginx';
import { bothLanguages } from './addresses';
import { expect, test } from './fixtures';
import { baseURL, config } from './global-setup';

const missing = nginxMissing();
test.skip(missing !== undefined, missing);

/** Headers of one connection or one moment, and those two servers make each in their own way. */
const ownWay =
  /^(date|server|connection|keep-alive|transfer-encoding|content-length|accept-ranges|etag|last-modified|x-astro-cache)$/;

async function ask(address: string, encoding: string) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(address, { headers: { 'accept-encoding': encoding } }, resolve).on('error', reject);
  const answer = await promise;
  const body = await buffer(answer);
  const headers = Object.entries(answer.headers).filter(([name]) => !ownWay.test(name));
  return { status: answer.statusCode, headers: Object.fromEntries(headers), body: body.toString() };
}

const asset = (ending: string) =>
  `/_astro/${readdirSync(join(config.siteDir, 'client/_astro')).find((name) => name.endsWith(ending))}`;

test('nginx in front answers like the site itself: pages, assets, rendered pages, what is not there', async () => {
  const nginx = await startNginx(config.sitePort, config.siteDir);
  try {
    const paths = [
      ...bothLanguages(['/cases/', '/cases/brown-sugar/', '/privacy/', '/sign-in/', '/check-in/']),
      '/cases/brown-sugar',
      '/cases/brown-sugar/?from=feed',
      ...bothLanguages(['/projects/', '/prices/', '/wallet/', '/check-in/manifest.webmanifest']),
      '/rss.xml',
      '/robots.txt',
      '/favicon.svg',
      '/icon-192.png',
      '/check-in/sw.js',
      ...['.css', '.js', '.woff2', '.wasm'].map(asset),
      '/cases/brown-sugar/index.html.br',
      '/_astro/no-such.js',
      '/no-such-page/',
      '/en/no-such-page/',
      '/.env',
    ];
    for (const path of paths) {
      for (const encoding of ['identity', 'gzip', ...(hasBrotli ? ['gzip, br'] : [])]) {
        const [own, through] = [
          await ask(`${baseURL}${path}`, encoding),
          await ask(`${nginx.url}${path}`, encoding),
        ];
        expect(through.headers, `${path} ${encoding}`).toEqual(own.headers);
        expect(through.status, path).toBe(own.status);
        expect(through.body === own.body, `${path} ${encoding}: the same bytes`).toBe(true);
      }
    }
    expect(nginx.read('errors.log')).not.toMatch(/\[(error|crit|alert|emerg)\]/);
  } finally {
    await nginx.stop();
  }
});

test('the log of nginx names no reader, no query and no answer to a survey', async ({
  request,
}) => {
  const nginx = await startNginx(config.sitePort, config.siteDir);
  try {
    await request.get(`${nginx.url}/projects/?type=culture`);
    for (const path of ['/survey/answers', '/en/survey/answers', '/survey/answers/?x=1']) {
      await request.post(`${nginx.url}${path}`, { data: {}, headers: { origin: nginx.url } });
    }
    await request.get(`${nginx.url}/privacy/`);
    await expect.poll(() => nginx.read('access.log')).toContain('"GET /privacy/index.html"');
    const log = nginx.read('access.log');
    expect(log).toContain('"GET /projects/"');
    expect(log).not.toMatch(/answers|127\.0\.0\.1|culture/);
    expect(nginx.read('other.log') + nginx.read('errors.log')).not.toContain('answers');
    const moved = await request.get(`${nginx.plainUrl}/cases/?a=1`, { maxRedirects: 0 });
    expect(moved.status()).toBe(301);
    expect(moved.headers().location).toBe('https://green-yiwu.example/cases/?a=1');
  } finally {
    await nginx.stop();
  }
});

test('the site learns from nginx who asks, whatever the caller claims, and gets other methods whole', async () => {
  const site = createServer(async (asked, answer) => {
    const { method, headers } = asked;
    const body = (await buffer(asked)).toString();
    answer.end(
      JSON.stringify({ method, from: headers['x-forwarded-for'], host: headers.host, body }),
    );
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  const nginx = await startNginx((site.address() as AddressInfo).port, config.siteDir);
  try {
    for (const path of ['/wallet/', '/cases/brown-sugar/']) {
      const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
      const headers = { 'x-forwarded-for': '203.0.113.9', host: 'green-yiwu.example' };
      send(`${nginx.url}${path}`, { method: 'POST', headers }, resolve).end('kept');
      const said = JSON.parse((await buffer(await promise)).toString());
      expect(said, path).toEqual({
        method: 'POST',
        from: '127.0.0.1',
        host: 'green-yiwu.example',
        body: 'kept',
      });
    }
  } finally {
    await nginx.stop();
    site.close();
  }
});
