import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { compressing } from '../../../../src/lib/front/rendered';

const text = '<p>义乌</p>'.repeat(500);

/** What a reader gets of one rendered answer, written in two chunks as the adapter does. */
async function answerTo(accepted: string, headers: OutgoingHttpHeaders, status = 200) {
  const server = createServer((request, plain) => {
    const response = compressing(request, plain);
    response.writeHead(status, headers);
    response.write(Buffer.from(text.slice(0, 100)));
    response.write(Buffer.from(text.slice(100)));
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { 'accept-encoding': accepted },
  });
  const body = await response.text();
  server.close();
  return { status: response.status, headers: response.headers, body };
}

const html = { 'content-type': 'text/html', etag: '"one"', vary: 'Cookie' };

test('a page for everybody is sent compressed, the same once it is unpacked', async () => {
  for (const encoding of ['br', 'gzip']) {
    const { headers, body } = await answerTo(encoding, html);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(Number(headers.get('content-length'))).toBeLessThan(500);
    expect(headers.get('etag')).toBe('W/"one"');
    expect(headers.get('vary')).toBe('Cookie, Accept-Encoding');
    expect(body).toBe(text);
  }
});

test('who takes no compressed form is sent the page as it is, and caches learn that there are others', async () => {
  const { headers, body } = await answerTo('identity', html);
  expect(headers.get('content-encoding')).toBeNull();
  expect(headers.get('vary')).toBe('Cookie, Accept-Encoding');
  expect(headers.get('etag')).toBe('"one"');
  expect(body).toBe(text);
});

test("what is somebody's own, a picture, an error and what is compressed already go as they are", async () => {
  const cases: [OutgoingHttpHeaders, number?][] = [
    [{ ...html, 'cache-control': 'private, no-store' }],
    [{ 'content-type': 'image/webp' }],
    [html, 404],
  ];
  for (const [headers, status] of cases) {
    const answer = await answerTo('br', headers, status);
    expect(answer.headers.get('content-encoding'), JSON.stringify(headers)).toBeNull();
    expect(answer.status).toBe(status ?? 200);
    expect(answer.body).toBe(text);
  }
});
