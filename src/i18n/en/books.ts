import type { Dictionary } from '../zh-CN';

export const books: Dictionary['books'] = {
  throughDay: 'Up to the end of {day}; the books are closed once a day, after midnight.',
  noDayYet: 'The books of the first day are closed after midnight.',
  errors: {
    receipt_unknown: 'There is no receipt for this transfer.',
    day_is_open: 'The books of {day} are still open. Come back for the receipt after midnight.',
  },
};
