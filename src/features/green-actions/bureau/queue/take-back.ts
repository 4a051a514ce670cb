/** A decision that can still be taken back, and until when. */
export interface TakeBackable {
  logId: string;
  name: string;
  note: string;
  /** In milliseconds, as Date.now() counts; a little early, since it is counted from before the decision was sent. */
  until: number;
}

/** Whole seconds that are left, never less than none. */
export const secondsLeft = (until: number, now: number): number =>
  Math.max(0, Math.floor((until - now) / 1_000));

/** After these refusals a log is nobody's here any more: it is put away and the next one shown. */
const gone = [
  'log_unknown',
  'own_log',
  'own_cell',
  'first_moderator',
  'claimed_by_another',
  'already_decided',
  'judged_already',
];

export const isGone = (code: string): boolean => gone.includes(code);

/** After these a decision stands: nothing brings the button back. */
const standing = [
  'too_late_to_undo',
  'coins_spent',
  'appealed_already',
  'reopened_over_cap',
  'nothing_to_undo',
  'decided_by_another',
  'log_unknown',
];

export const stands = (code: string): boolean => standing.includes(code);
