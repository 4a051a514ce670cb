import { isWellFormed, normalizeCode } from '../../rewards/voucher-code';

/** Ten characters and a check character: see survey_private.invitation_code. */
const length = 11;

/** A code as it is stored, if it was copied rightly; a wrong one asks nobody. */
export const invitationCodeOf = (typed: string): string | undefined =>
  isWellFormed(typed, length) ? normalizeCode(typed) : undefined;
