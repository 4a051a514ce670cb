import { expect, test } from 'vitest';
import { statusAt } from '../../../src/features/rewards/status';

const expires_at = '2026-12-23 17:47:58.80492+00';

test('a voucher is good until its moment of expiry and lapses after it', () => {
  expect(statusAt({ status: 'issued', expires_at }, new Date('2026-12-23T17:47:58Z'))).toBe(
    'issued',
  );
  expect(statusAt({ status: 'issued', expires_at }, new Date('2026-12-23T17:47:59Z'))).toBe(
    'expired',
  );
});

test('a used voucher stays used, however late it is looked at', () => {
  expect(statusAt({ status: 'used', expires_at }, new Date('2030-01-01T00:00:00Z'))).toBe('used');
});

test('a voucher that was ended stays as it ended, and a gift has no end', () => {
  const late = new Date('2030-01-01T00:00:00Z');
  expect(statusAt({ status: 'cancelled', expires_at }, late)).toBe('cancelled');
  expect(statusAt({ status: 'refunded', expires_at }, late)).toBe('refunded');
  expect(statusAt({ status: 'used', expires_at: null }, late)).toBe('used');
});
