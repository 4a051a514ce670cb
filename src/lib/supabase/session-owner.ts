import { sessionCookie } from './session';

/** The parts of the session in their order, as the Supabase client spreads it over cookies. */
function sessionText(cookies: string): string {
  const part = new RegExp(`^${sessionCookie}(?:\\.(\\d+))?=(.*)$`);
  const parts = cookies.split(/; ?/).flatMap((cookie) => {
    const [, number = '0', text = ''] = part.exec(cookie) ?? [];
    return text ? [{ number: Number(number), text }] : [];
  });
  return parts
    .toSorted((one, other) => one.number - other.number)
    .map(({ text }) => decodeURIComponent(text))
    .join('');
}

/**
 * The id of whoever is signed in here, read without asking anybody: what they write without network is kept
 * under it. The API decides whether their session is good.
 */
export function sessionOwner(cookies: string): string | undefined {
  const text = sessionText(cookies).replace(/^base64-/, '');
  try {
    const session = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    return session.user?.id;
  } catch {
    return undefined;
  }
}
