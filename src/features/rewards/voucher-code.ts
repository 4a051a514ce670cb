/** Digits and capitals without those that read alike: 0/O, 1/I, U/V. Thirty-one, a prime. */
export const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** A code as it is stored: capitals, no spaces or dashes. */
export const normalizeCode = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

/** A code as it is shown and read aloud: three groups of four. */
export const displayCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** The last character, from those before it. Twin of private.code_check_character. */
export function checkCharacter(body: string): string | undefined {
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const value = alphabet.indexOf(body[place] ?? '?');
    if (value < 0) return undefined;
    sum += (place + 1) * value;
  }
  return alphabet[sum % 31];
}

/**
 * Whether a code was copied rightly: every single wrong character and every swap of two is noticed.
 * Vouchers and certificates have twelve characters, registrations ten.
 */
export function isWellFormed(text: string, length = 12): boolean {
  const code = normalizeCode(text);
  return code.length === length && checkCharacter(code.slice(0, -1)) === code.at(-1);
}
