/** How long one code is shown, in seconds. */
export const stepSeconds = 30;

/** Which 30 seconds a moment belongs to. */
export const stepAt = (moment: Date): number => Math.floor(moment.getTime() / 1000 / stepSeconds);

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The code of a session in one step: the first ten hex characters of SHA-256 over the secret and the
 * step as eight bytes, big-endian. Twin of private.session_code.
 */
export async function changingCode(secretHex: string, step: number): Promise<string> {
  const secret = bytesOf(secretHex);
  const message = new Uint8Array(secret.length + 8);
  message.set(secret);
  new DataView(message.buffer).setBigUint64(secret.length, BigInt(step));
  const digest = await crypto.subtle.digest('SHA-256', message);
  return hexOf(new Uint8Array(digest)).slice(0, 10);
}

/** The address in the changing QR: the page that checks a resident in. */
export const hereAddress = (
  origin: string,
  path: string,
  sessionId: string,
  code: string,
): string => `${origin}${path}?s=${sessionId}&c=${code}`;
