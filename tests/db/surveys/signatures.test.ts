// The database's own arithmetic: it decides whether a token was signed, whoever asks.
import { constants, randomBytes, randomInt, verify } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../support/database.ts';
import { modulus, vector } from '../../support/rfc9474.ts';
import { newToken, type Token } from '../../support/signed-token.ts';
import { addKey } from '../../support/tokens.ts';

const verifies = async (keyId: string, { prepared, signature }: Token): Promise<boolean> => {
  const [row] = await sql`select survey_private.verify_token(${keyId},
    decode(${prepared}, 'hex'), decode(${signature}, 'hex')) as holds`;
  return row?.holds;
};

/** The text with one of its bits turned. */
function turned(hex: string, bit: number): string {
  const bytes = Buffer.from(hex, 'hex');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return bytes.toString('hex');
}

test('the example of RFC 9474 verifies in the database, and one digit less does not', async () => {
  const holds = async (signature: string) => {
    const [row] = await sql`select survey_private.verify_pss(${modulus.toString()}::numeric,
      decode(${vector.msg_prefix + vector.msg}, 'hex'), decode(${signature}, 'hex')) as holds`;
    return row?.holds;
  };
  expect(await holds(vector.sig)).toBe(true);
  expect(await holds(turned(vector.sig, 4095))).toBe(false);
  expect(await holds(vector.blind_sig)).toBe(false);
});

test('numbers and bytes are the same to and fro', async () => {
  const samples = ['', '00', '01', 'ff', '0100', ...[6, 7, 8, 13, 14, 15, 255, 256, 512]].map(
    (sample) => (typeof sample === 'string' ? sample : randomBytes(sample).toString('hex')),
  );
  for (const hex of samples) {
    const [row] = await sql`
      select number::text, encode(survey_private.to_bytes(number, ${hex.length / 2}), 'hex') as hex
      from survey_private.to_number(decode(${hex}, 'hex')) as number`;
    expect(row).toEqual({ number: BigInt(`0x${hex || '0'}`).toString(), hex });
  }
});

describe('a token', () => {
  let id: string;
  let key: Awaited<ReturnType<typeof addKey>>['key'];
  beforeAll(async () => {
    ({ id, key } = await addKey());
  });

  test('is judged by the database as by node:crypto, 10,000 times', async () => {
    const rsa = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    const byNode = ({ prepared, signature }: Token) =>
      verify('sha384', Buffer.from(prepared, 'hex'), rsa, Buffer.from(signature, 'hex'));
    const tokens = Array.from({ length: 10_000 }, (_, number) => {
      const { prepared, signature } = newToken(key);
      // Four in five are as they were signed; of the others a bit of the token or of its signature is turned.
      if (number % 10 === 8) return { prepared: turned(prepared, randomInt(512)), signature };
      if (number % 10 === 9) return { prepared, signature: turned(signature, randomInt(2048)) };
      return { prepared, signature };
    });
    const rows = await sql<{ holds: boolean }[]>`
      select survey_private.verify_token(${id}, decode(prepared, 'hex'), decode(signature, 'hex'))
        as holds
      from unnest(${tokens.map(({ prepared }) => prepared)}::text[],
        ${tokens.map(({ signature }) => signature)}::text[])
        with ordinality as t(prepared, signature, place)
      order by place`;
    const here = rows.map(({ holds }) => holds);
    expect(here).toEqual(tokens.map(byNode));
    expect(here.filter(Boolean)).toHaveLength(8_000);
  });

  test('does not verify with any bit of its signature turned', async () => {
    const { prepared, signature } = newToken(key);
    const bits = Array.from({ length: 2_048 }, (_, bit) => turned(signature, bit));
    const [row] = await sql`
      select count(*)::integer as tried, count(*) filter (where survey_private.verify_token(
        ${id}, decode(${prepared}, 'hex'), decode(touched, 'hex')))::integer as held
      from unnest(${bits}::text[]) as touched`;
    expect(row).toEqual({ tried: 2_048, held: 0 });
  });

  test.each([
    ['nothing', ''],
    ['zeros', '00'.repeat(256)],
    ['one', `${'00'.repeat(255)}01`],
    ['the largest number', 'ff'.repeat(256)],
    ['a byte less', '7f'.repeat(255)],
    ['a byte more', '7f'.repeat(257)],
    ['random bytes', `00${randomBytes(255).toString('hex')}`],
  ])('does not verify with %s for a signature', async (_, signature) => {
    expect(await verifies(id, { ...newToken(key), signature })).toBe(false);
  });

  test('does not verify with a signature to which the modulus was added', async () => {
    // Only a small signature leaves room for it, so many are tried.
    const [row] = await sql<{ modulus: string }[]>`
      select modulus::text from survey_private.keys where id = ${id}`;
    const n = BigInt(row?.modulus ?? 0);
    const small = Array.from({ length: 200 }, () => newToken(key)).find(
      ({ signature }) => (BigInt(`0x${signature}`) + n).toString(16).length <= 512,
    );
    const { prepared, signature } = small ?? newToken(key);
    const sum = (BigInt(`0x${signature}`) + n).toString(16).padStart(512, '0');
    expect(await verifies(id, { prepared, signature })).toBe(true);
    expect(await verifies(id, { prepared, signature: sum })).toBe(false);
  });

  test('does not verify with a key it was not signed with, or none that is known', async () => {
    const token = newToken(key);
    const other = await addKey();
    expect(await verifies(other.id, token)).toBe(false);
    expect(await verifies('0123456789abcdef', token)).toBe(false);
  });

  test('of another length than RFC 9474 prepares does not verify', async () => {
    const { signature, prepared } = newToken(key);
    for (const touched of ['', prepared.slice(2), `${prepared}00`]) {
      expect(await verifies(id, { prepared: touched, signature })).toBe(false);
    }
  });
});
