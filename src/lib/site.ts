/**
 * Numbers a government site must show. They are facts of the organiser and never invented:
 * empty until the organiser fills them in, and shown as empty.
 */
export const legal = {
  organiser: '',
  siteCode: '',
  icp: '',
  police: '',
};

/** The version of the privacy note, as its date; raising it asks everyone for consent again. */
export const privacyVersion = '2026-11-29';
