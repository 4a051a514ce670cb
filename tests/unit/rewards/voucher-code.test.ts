import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCharacter,
  displayCode,
  isWellFormed,
  normalizeCode,
} from '../../../src/features/rewards/voucher-code';

const characters = [...'23456789ABCDEFGHJKLMNPQRSTVWXYZ'];
const body = fc
  .array(fc.constantFrom(...characters), { minLength: 11, maxLength: 11 })
  .map((letters) => letters.join(''));
const code = body.map((text) => text + checkCharacter(text));

describe('a voucher code', () => {
  test('is well formed with its own check character', () => {
    fc.assert(fc.property(code, (text) => isWellFormed(text)));
  });

  test('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(
        code,
        fc.nat(11),
        fc.constantFrom(...characters),
        (text, place, letter) =>
          text[place] === letter ||
          !isWellFormed(text.slice(0, place) + letter + text.slice(place + 1)),
      ),
    );
  });

  test('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(code, fc.nat(10), (text, place) => {
        const swapped = [...text];
        [swapped[place], swapped[place + 1]] = [swapped[place + 1] ?? '', swapped[place] ?? ''];
        return text[place] === text[place + 1] || !isWellFormed(swapped.join(''));
      }),
    );
  });

  test('may be typed in lower case, with spaces and dashes', () => {
    fc.assert(fc.property(code, (text) => isWellFormed(` ${displayCode(text).toLowerCase()} `)));
  });

  test('is shown in three groups of four', () => {
    expect(displayCode('ABCDEFGHJKLM')).toBe('ABCD-EFGH-JKLM');
  });

  test('is refused when a character outside the alphabet stands in it', () => {
    expect(isWellFormed('ABCDEFGHJKL0')).toBe(false);
    expect(isWellFormed('OBCDEFGHJKLM')).toBe(false);
    expect(isWellFormed('')).toBe(false);
    expect(normalizeCode(' ab-c ')).toBe('ABC');
  });
});
