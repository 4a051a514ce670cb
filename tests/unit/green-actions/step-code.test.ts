import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actAddress,
  fragmentOf,
  keyFromFragment,
  pointCode,
  stepAt,
} from '../../../src/features/green-actions/points/step-code';
import { isWellFormed } from '../../../src/features/rewards/voucher-code';

// The same secret, step and code stand in tests/db/green-actions/points.test.ts.
const key = {
  handle: 'K7P4',
  generation: 3,
  secret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
};

test('the code of a known secret and step is the one the database gives', async () => {
  expect(await pointCode(key, 30_000_001)).toBe('K7P443DYY9RH');
});

test('the code is made of an HMAC-SHA-256 over the step, and shows a slip of the pen', async () => {
  const letters = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(),
      async (secret, step) => {
        const number = Buffer.alloc(8);
        number.writeBigUInt64BE(BigInt(step));
        const mac = createHmac('sha256', secret).update(number).digest();
        const seven = [0, 2, 4, 6, 8, 10, 12].map((at) => letters[mac.readUInt16BE(at) % 31]);
        const code = await pointCode({ ...key, secret: Buffer.from(secret).toString('hex') }, step);
        expect(code.slice(0, 11)).toBe(`K7P4${seven.join('')}`);
        expect(isWellFormed(code)).toBe(true);
        const other = code[6] === 'A' ? 'B' : 'A';
        expect(isWellFormed(`${code.slice(0, 6)}${other}${code.slice(7)}`)).toBe(false);
      },
    ),
    { numRuns: 50 },
  );
});

test('a step lasts sixty seconds', () => {
  const start = Date.parse('2027-06-05T01:00:00Z');
  expect(stepAt(start + 59_999)).toBe(stepAt(start));
  expect(stepAt(start + 60_000)).toBe(stepAt(start) + 1);
});

test('a key goes into the fragment of an address and comes out of it', () => {
  expect(keyFromFragment(`#${fragmentOf(key)}`)).toEqual(key);
  for (const broken of ['', '#', '#K7P4', '#K7P4.1', `#K7P4.1.${key.secret.slice(2)}`]) {
    expect(keyFromFragment(broken), broken).toBeUndefined();
  }
});

test('the QR leads to the page where actions are recorded', () => {
  expect(actAddress('https://example.com', '/en/act/', 'K7P443DYY9RH')).toBe(
    'https://example.com/en/act/?code=K7P443DYY9RH',
  );
});
