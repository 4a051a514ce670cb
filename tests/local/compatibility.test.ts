// What the embedded API does in place of the servers that stand before hosted Supabase.
import { expect, test } from 'vitest';
import { asHosted } from '../../supabase/local/compatibility.ts';

const seen = async (headers: Record<string, string>, peer: string | undefined) => {
  let asked: Headers | undefined;
  await asHosted(new Request('http://127.0.0.1/rest/v1/towns', { headers }), peer, (request) => {
    asked = request.headers;
    return new Response('[]');
  });
  return { named: asked?.get('cf-connecting-ip'), forwarded: asked?.get('x-forwarded-for') };
};

test('a caller does not name their own address: the one they come from is added and stands apart', async () => {
  expect(
    await seen(
      { 'x-forwarded-for': '198.51.100.1', 'cf-connecting-ip': '198.51.100.1' },
      '203.0.113.9',
    ),
  ).toEqual({ named: '203.0.113.9', forwarded: '198.51.100.1, 203.0.113.9' });
  expect(await seen({}, '203.0.113.9')).toEqual({ named: '203.0.113.9', forwarded: '203.0.113.9' });
});

test('without a peer nothing is believed either', async () => {
  expect(
    await seen(
      { 'x-forwarded-for': '198.51.100.1', 'cf-connecting-ip': '198.51.100.1' },
      undefined,
    ),
  ).toEqual({
    named: null,
    forwarded: null,
  });
});

test.each([
  ['{"code":"SUP","message":"TypeError [ERR_INVALID_ARG_TYPE]: The string …"}', 400, '22007'],
  ['{"code":"SUP","message":"The database is not there."}', 500, 'SUP'],
])('%s answers %i', async (said, status, code) => {
  const request = new Request('http://127.0.0.1/rest/v1/rpc/announce_price', { method: 'POST' });
  const answer = await asHosted(request, undefined, () => new Response(said, { status: 500 }));
  expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
});
