import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFrom } from '../../../../src/lib/front/answer';
import { compressFolder } from '../../../../src/lib/front/compress.mjs';
import { builtFiles, memoryOf } from '../../../../src/lib/front/files';
import { headersOfEveryPage } from '../../../../src/lib/security-headers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'front-'));
const page = `<!doctype html><title>红糖</title>${'<p>两山义行</p>'.repeat(200)}`;
const policy = { key: 'Content-Security-Policy', value: "default-src 'self'" };

function write(path: string, body: string | Uint8Array) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), body);
}

/** Answers 404 to whatever the front leaves to the site. */
const server = createServer((asked, response) => {
  if (!answer(asked, response)) response.writeHead(404).end('rendered by the site');
});
let answer: ReturnType<typeof answerFrom>;

beforeAll(async () => {
  write('cases/sugar/index.html', page);
  write('_astro/app.12345678.js', `export const words = ${JSON.stringify(page)};`);
  write('icon.png', Uint8Array.of(137, 80, 78, 71));
  write('.env', 'SECRET=1');
  write('.well-known/security.txt', 'Contact: somebody');
  await compressFolder(folder);
  answer = answerFrom(
    builtFiles(folder, [{ pathname: '/cases/sugar/', headers: [policy] }]),
    memoryOf(10_000),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asks as a browser would, but without undoing the compression. */
async function ask(path: string, headers = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>();
  request({ port, host: '127.0.0.1', path, headers, method }, resolve).on('error', reject).end();
  const response = await promise;
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test('a page is answered with and without its last slash, whatever is asked of it', async () => {
  for (const path of [
    '/cases/sugar/',
    '/cases/sugar',
    '/cases/sugar/?from=feed',
    '/cases/%73ugar/',
  ]) {
    const { status, headers, body } = await ask(path);
    expect(status, path).toBe(200);
    expect(body.toString(), path).toBe(page);
    expect(headers['content-type'], path).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy'], path).toBe(policy.value);
  }
});

test('every file has the headers of every page; only a page has a policy', async () => {
  for (const path of ['/cases/sugar/', '/_astro/app.12345678.js', '/icon.png']) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(headersOfEveryPage)) {
      expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
    }
  }
  expect((await ask('/icon.png')).headers['content-security-policy']).toBeUndefined();
});

test('a text comes in the form its reader takes, and says that there are several', async () => {
  const brotli = await ask('/cases/sugar/', { 'accept-encoding': 'gzip, br' });
  const gzip = await ask('/cases/sugar/', { 'accept-encoding': 'gzip' });
  const plain = await ask('/cases/sugar/');
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  expect(plain.headers['content-encoding']).toBeUndefined();
  for (const { headers, body } of [brotli, gzip, plain]) {
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-length']).toBe(String(body.length));
  }
  expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  expect((await ask('/icon.png', { 'accept-encoding': 'br' })).headers.vary).toBeUndefined();
});

test('whoever has a form already is told so without a body', async () => {
  const { headers } = await ask('/cases/sugar/', { 'accept-encoding': 'br' });
  const again = { 'accept-encoding': 'br', 'if-none-match': `"other", W/${headers.etag}` };
  const known = await ask('/cases/sugar/', again);
  expect(known.status).toBe(304);
  expect(known.body.length).toBe(0);
  expect(known.headers['content-length']).toBeUndefined();
  expect(known.headers.etag).toBe(headers.etag);
  expect(known.headers['content-security-policy']).toBe(policy.value);
  expect((await ask('/cases/sugar/', { 'if-none-match': headers.etag })).status).toBe(200);
});

test('what has a hash in its name is kept for a year, all else is asked for again', async () => {
  expect((await ask('/_astro/app.12345678.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect((await ask('/cases/sugar/')).headers['cache-control']).toBe('public, max-age=0');
});

test('HEAD has the headers of GET and no body', async () => {
  const head = await ask('/cases/sugar/', {}, 'HEAD');
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(page)));
  expect(head.body.length).toBe(0);
});

test('all else is left to the site: other methods, folders, hidden files, ways out of the folder', async () => {
  expect((await ask('/cases/sugar/', {}, 'POST')).body.toString()).toBe('rendered by the site');
  for (const path of [
    '/',
    '/cases/',
    '/.env',
    '/%2eenv',
    '/cases/..%2f.env',
    '/../../../../etc/passwd',
    '/cases/sugar/index.html.br',
    '/%ff',
    '/%00',
  ]) {
    expect((await ask(path)).body.toString(), path).toBe('rendered by the site');
  }
  expect((await ask('/.well-known/security.txt')).body.toString()).toBe('Contact: somebody');
});

test('no more than the limit is kept in memory, and the first to come is the first to go', () => {
  const reads: string[] = [];
  const read = memoryOf(10, (file) => {
    reads.push(file);
    return Buffer.alloc(file === 'large' ? 11 : 4);
  });
  for (const file of ['a', 'b', 'a', 'b', 'c', 'b', 'a', 'large', 'large', 'c']) {
    read({ file, tag: '"1"' });
  }
  expect(reads).toEqual(['a', 'b', 'c', 'a', 'large', 'large']);
});

test('a file that is written over while the server runs is answered as it is now, never as it was compressed', async () => {
  const accepting = { 'accept-encoding': 'br' };
  write('sw.js', `// 1 ${'.'.repeat(2_000)}`);
  await compressFolder(folder);
  answer = answerFrom(builtFiles(folder, []), memoryOf(10_000));
  expect((await ask('/sw.js', accepting)).headers['content-encoding']).toBe('br');
  write('sw.js', '// 2');
  const now = await ask('/sw.js', accepting);
  expect(now.headers['content-encoding']).toBeUndefined();
  expect(now.body.toString()).toBe('// 2');
});
