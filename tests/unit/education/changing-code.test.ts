import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changingCode,
  hereAddress,
  stepAt,
} from '../../../src/features/education/check-in/changing-code';

// The same secret, step and code stand in tests/db/education/changing-code.test.ts.
const vector = {
  secret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  step: 60_000_001,
  code: '10844d0074',
};

test('the code of a known secret and step is the one the database gives', async () => {
  expect(await changingCode(vector.secret, vector.step)).toBe(vector.code);
});

test('the code is the beginning of a SHA-256 over secret and step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(),
      async (secret, step) => {
        const number = Buffer.alloc(8);
        number.writeBigUInt64BE(BigInt(step));
        const expected = createHash('sha256').update(secret).update(number).digest('hex');
        const hex = Buffer.from(secret).toString('hex');
        expect(await changingCode(hex, step)).toBe(expected.slice(0, 10));
      },
    ),
    { numRuns: 50 },
  );
});

test('a step lasts thirty seconds', () => {
  const start = new Date('2027-06-05T01:00:00Z');
  const later = (seconds: number) => stepAt(new Date(start.getTime() + seconds * 1000));
  expect(later(29.9)).toBe(stepAt(start));
  expect(later(30)).toBe(stepAt(start) + 1);
});

test('the QR leads to the page that checks a resident in', () => {
  expect(hereAddress('https://example.com', '/check-in/here/', 's-1', '0a1b2c3d4e')).toBe(
    'https://example.com/check-in/here/?s=s-1&c=0a1b2c3d4e',
  );
});
