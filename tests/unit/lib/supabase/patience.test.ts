import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@supabase/supabase-js';
import { afterEach, describe, expect, test } from 'vitest';
import { problemOf, refusalOf } from '../../../../src/lib/errors';
import { fetchWithin, within } from '../../../../src/lib/supabase/patience';

let server: Server;

/** The address of an API that answers like that. */
async function apiThat(answers: RequestListener): Promise<string> {
  server = createServer(answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const never = new Promise<never>(() => {});

describe('an API that does not answer', () => {
  test('is asked once, and the refusal says that nothing came back', async () => {
    let asked = 0;
    const api = await apiThat(() => {
      asked += 1;
    });
    const client = createClient(api, 'key', { global: { fetch: fetchWithin(50) } });
    const { error } = await client.from('green_actions').select();
    expect(error && refusalOf(error).problem.code).toBe('offline');
    expect(asked).toBe(1);
  });

  test('is not waited for when it begins an answer and does not end it', async () => {
    const api = await apiThat((_, response) => response.write('['));
    const answer = await fetchWithin(50)(api);
    await expect(answer.text()).rejects.toThrow(/abort|timeout/i);
  });

  test('does not hold up what tries again by itself', async () => {
    await apiThat(() => {});
    const refused = await within(50, never).catch(problemOf);
    expect(refused).toEqual({ code: 'offline', values: {} });
  });
});

describe('an API that answers', () => {
  test('gives what it always gave, and a caller may still end the call', async () => {
    const api = await apiThat((_, response) => response.end('[]'));
    expect(await (await fetchWithin(5_000)(api)).text()).toBe('[]');
    const ended = fetchWithin(5_000)(api, { signal: AbortSignal.abort(new Error('left')) });
    await expect(ended).rejects.toThrow('left');
    expect(await within(5_000, Promise.resolve('whole'))).toBe('whole');
  });
});
