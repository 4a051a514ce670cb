// Whose word is taken for the address a request came from: only of servers we know.
import { afterEach, describe, expect, test } from 'vitest';
import { visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { newAddress, submit } from '../../support/feedback.ts';
import { refusal } from '../../support/refusals.ts';

const addressOf = async (headers: Record<string, string>) =>
  sql.begin(async (tx) => {
    await tx`select set_config('request.headers', ${JSON.stringify(headers)}, true)`;
    const [row] = await tx`select private.request_address() as address`;
    return row?.address;
  });

afterEach(async () => {
  await sql`update private.settings set address_header = default, trusted_servers = default`;
});

describe('the address of a request', () => {
  test('is what the server before the database says, not what the caller says', async () => {
    expect(
      await addressOf({
        'cf-connecting-ip': '203.0.113.9',
        'x-forwarded-for': '198.51.100.1, 203.0.113.9',
      }),
    ).toBe('203.0.113.9');
    expect(await addressOf({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })).toBe('203.0.113.9');
  });

  test('is what a server of ours says of who asked it', async () => {
    await sql`update private.settings set trusted_servers = '{127.0.0.1,203.0.113.0/24}'`;
    expect(
      await addressOf({
        'cf-connecting-ip': '203.0.113.9',
        'x-forwarded-for': '192.0.2.66, 198.51.100.1, 203.0.113.9',
      }),
    ).toBe('198.51.100.1');
    expect(await addressOf({ 'x-forwarded-for': '198.51.100.1, 203.0.113.7, 127.0.0.1' })).toBe(
      '198.51.100.1',
    );
  });

  test('is taken from no header that nobody before us overwrites', async () => {
    await sql`update private.settings set address_header = ''`;
    expect(
      await addressOf({ 'cf-connecting-ip': '198.51.100.1', 'x-forwarded-for': '203.0.113.9' }),
    ).toBe('203.0.113.9');
  });

  test('is our own server where only our own servers are named, and empty without any', async () => {
    expect(await addressOf({ 'x-forwarded-for': '127.0.0.1' })).toBe('127.0.0.1');
    expect(await addressOf({})).toBe('');
  });

  test('makes no difference between the ways of writing it, and nonsense is no error', async () => {
    expect(await addressOf({ 'x-forwarded-for': '198.51.100.1, ::ffff:127.0.0.1' })).toBe(
      '198.51.100.1',
    );
    expect(await addressOf({ 'x-forwarded-for': '999.999.1.1, ,127.0.0.1' })).toBe('999.999.1.1');
    expect(await addressOf({ 'x-forwarded-for': 'x'.repeat(90) })).toBe('x'.repeat(45));
  });
});

describe('the limit of an address', () => {
  test('is not evaded by naming another one', async () => {
    await sql`update private.settings set feedback_per_address_day = 1`;
    try {
      const address = newAddress();
      const send = (forged: string) => submit(visitor(), {}, `${forged}, ${address}`);
      expect((await send('198.51.100.1')).error).toBeNull();
      expect(await refusal(send('198.51.100.2'))).toMatchObject({ code: 'too_many_today' });
    } finally {
      await sql`update private.settings set feedback_per_address_day = default`;
    }
  });

  test('counts the network one line is given, where addresses are many', async () => {
    await sql`update private.settings set feedback_per_address_day = 1`;
    try {
      const network = newAddress().replace(/::1$/, '');
      expect((await submit(visitor(), {}, `${network}:1::1`)).error).toBeNull();
      expect(await refusal(submit(visitor(), {}, `${network}:1::2`))).toMatchObject({
        code: 'too_many_today',
      });
      expect(
        (await submit(visitor(), {}, `${network.replace(/:[^:]*$/, ':ffff')}:2::1`)).error,
      ).toBeNull();
    } finally {
      await sql`update private.settings set feedback_per_address_day = default`;
    }
  });
});
