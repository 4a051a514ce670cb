import { expect, test } from 'vitest';
import { hasSessionCookie } from '../../../src/lib/supabase/session';

test('a session is recognised whole or in pieces, and nothing else is taken for one', () => {
  expect(hasSessionCookie('yiwu-session=abc')).toBe(true);
  expect(hasSessionCookie('a=b; yiwu-session.0=abc; yiwu-session.1=def')).toBe(true);
  expect(hasSessionCookie('')).toBe(false);
  expect(hasSessionCookie('not-yiwu-session=abc')).toBe(false);
  expect(hasSessionCookie('yiwu-session-code-verifier=abc')).toBe(false);
});
