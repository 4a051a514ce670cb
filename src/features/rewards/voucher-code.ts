/** Digits and capitals without those that read alike: 0/O, 1/I, U/V. Thirty-one, a prime. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** A code as it is stored: capitals, no spaces or dashes. */
export const normalizeCode = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

/** A code as it is shown and read aloud: three groups of four. */
export const displayCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** The twelfth character, from the first eleven. Twin of private.voucher_check_character. */
export function checkCharacter(body: string): string | undefined {
  let sum = 0;
  for (let place = 0; place < 11; place += 1) {
    const value = alphabet.indexOf(body[place] ?? '?');
    if (value < 0) return undefined;
    sum += (place + 1) * value;
  }
  return alphabet[sum % 31];
}

/** Whether a code was copied rightly: every single wrong character and every swap of two is noticed. */
export function isWellFormed(text: string): boolean {
  const code = normalizeCode(text);
  return code.length === 12 && checkCharacter(code) === code[11];
}
