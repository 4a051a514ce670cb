import { expect, test } from 'vitest';
import { hasSessionCookie } from '../../../src/lib/supabase/session';
import { sessionOwner } from '../../../src/lib/supabase/session-owner';

test('a session is recognised whole or in pieces, and nothing else is taken for one', () => {
  expect(hasSessionCookie('yiwu-session=abc')).toBe(true);
  expect(hasSessionCookie('a=b; yiwu-session.0=abc; yiwu-session.1=def')).toBe(true);
  expect(hasSessionCookie('')).toBe(false);
  expect(hasSessionCookie('not-yiwu-session=abc')).toBe(false);
  expect(hasSessionCookie('yiwu-session-code-verifier=abc')).toBe(false);
});

test('whose session it is can be read from the cookies of the Supabase client, whole or in pieces', () => {
  const session = JSON.stringify({ access_token: 'a', user: { id: 'somebody', name: '巡河的人' } });
  const text = `base64-${Buffer.from(session).toString('base64url')}`;
  expect(sessionOwner(`a=b; yiwu-session=${text}`)).toBe('somebody');
  const [first, second] = [text.slice(0, 30), text.slice(30)];
  expect(sessionOwner(`yiwu-session.1=${second}; yiwu-session.0=${first}`)).toBe('somebody');
  for (const cookies of [
    '',
    'yiwu-session=',
    'yiwu-session=base64-x',
    `yiwu-session.1=${second}`,
  ]) {
    expect(sessionOwner(cookies), cookies).toBeUndefined();
  }
});
