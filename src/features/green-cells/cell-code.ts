import { displayCode, isWellFormed } from '../rewards/voucher-code';

/** Whether a joining code was copied rightly: twelve characters, the last one checks the others. */
export const isCellCode = (text: string): boolean => isWellFormed(text);

/** A joining code as it is shown and read aloud, in groups of four. */
export const displayCellCode = displayCode;
