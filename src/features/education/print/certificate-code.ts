import { isWellFormed, normalizeCode } from '../../rewards/voucher-code';

/** A code of a certificate however it was typed: full-width letters and dashes are brought to plain ones. */
export const certificateCode = (typed: string): string =>
  normalizeCode(typed.normalize('NFKC').replace(/[\u2010-\u2015\u2212._]/g, '-'));

/** What is known of a code before anybody is asked: nothing was typed, or it was copied wrongly. */
export function codeProblem(typed: string): 'empty' | 'typo' | undefined {
  const code = certificateCode(typed);
  if (code === '') return 'empty';
  return isWellFormed(code) ? undefined : 'typo';
}
