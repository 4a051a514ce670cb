// The codes of points, written apart from the site's own.
import { createHmac } from 'node:crypto';
import { checkCharacter } from '../../src/features/rewards/voucher-code.ts';

export const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** The code of a point in one step, as a screen makes it; a poster's is that of step 0. */
export function codeOf(handle: string, secret: Uint8Array, step: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha256', secret).update(message).digest();
  const seven = Array.from({ length: 7 }, (_, i) => alphabet[mac.readUInt16BE(2 * i) % 31]);
  const body = `${handle}${seven.join('')}`;
  return `${body}${checkCharacter(body)}`;
}
