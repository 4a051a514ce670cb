import { expect, test } from 'vitest';
import {
  certificateCode,
  codeProblem,
} from '../../../src/features/education/print/certificate-code';
import { checkCharacter } from '../../../src/features/rewards/voucher-code';

const body = '23456789ABC';
const code = `${body}${checkCharacter(body)}`;

test('a code may be typed in small letters, with spaces, dashes of any kind and full-width letters', () => {
  const fullWidth = [...code]
    .map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
    .join('');
  for (const typed of [
    code.toLowerCase(),
    ` ${code.slice(0, 4)} ${code.slice(4)} `,
    `${code.slice(0, 4)}–${code.slice(4, 8)}－${code.slice(8)}`,
    fullWidth,
  ]) {
    expect(certificateCode(typed), typed).toBe(code);
    expect(codeProblem(typed), typed).toBeUndefined();
  }
});

test('a code copied wrongly is told apart from none', () => {
  expect(codeProblem(`${code.slice(0, 11)}${code.endsWith('2') ? '3' : '2'}`)).toBe('typo');
  expect(codeProblem(code.slice(1))).toBe('typo');
  expect(codeProblem(' - ')).toBe('empty');
});
