import { alphabet, checkCharacter } from '../../rewards/voucher-code';

/** How long one code is shown, in seconds. */
export const stepSeconds = 60;

/** Which minute since 1970 a moment belongs to. */
export const stepAt = (moment: number): number => Math.floor(moment / 1000 / stepSeconds);

/** What a screen is opened with: the fragment of its address. */
export interface ScreenKey {
  /** The first four characters of every code of the point. */
  handle: string;
  /** Which secret of the point this is, counted from one. */
  generation: number;
  /** 32 bytes in hex. */
  secret: string;
}

/** The fragment of a screen's address, without #: it never reaches a server. */
export const fragmentOf = ({ handle, generation, secret }: ScreenKey): string =>
  `${handle}.${generation}.${secret}`;

/** The key in a fragment; undefined for one that is incomplete. */
export function keyFromFragment(fragment: string): ScreenKey | undefined {
  const [, handle, generation, secret] =
    /^#?([2-9A-HJ-NP-TV-Z]{4})\.(\d{1,9})\.([0-9a-f]{64})$/.exec(fragment) ?? [];
  if (!handle || !secret) return undefined;
  return { handle, generation: Number(generation), secret };
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * The code of a point in one step: its handle, seven characters of HMAC-SHA-256 over the step as eight
 * bytes, big-endian, and a check character. Twin of private.point_code.
 */
export async function pointCode({ handle, secret }: ScreenKey, step: number): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, message));
  const seven = [0, 1, 2, 3, 4, 5, 6].map((i) => alphabet[mac.getUint16(2 * i) % alphabet.length]);
  const body = `${handle}${seven.join('')}`;
  return `${body}${checkCharacter(body)}`;
}

/** Where the QR of a code leads: the page of the action, with the code filled in. */
export const actAddress = (origin: string, path: string, code: string): string =>
  `${origin}${path}?code=${code}`;
