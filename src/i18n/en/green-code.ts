import type { Dictionary } from '../zh-CN';

/** Words of the page with all codes a resident has to show. */
export const greenCode: Dictionary['greenCode'] = {
  title: 'Green code',
  lead: 'Show these codes to check in at an event or to collect what you redeemed. One is open at a time, so none is scanned by mistake; once opened, the page works without a network.',
  signInFirst: 'Sign in to see your codes.',
  none: 'There is nothing to show right now. Events you have a place at and vouchers you have not used will be here.',
  events: 'See events',
  rewards: 'See rewards',
  kinds: { registration: 'Registration', voucher: 'Voucher' },
  moments: { registration: 'begins {time}', voucher: 'good until {time}' },
  show: {
    registration: 'Let the host scan it, or read it to them.',
    voucher: 'Let the shop scan it, or read it to them.',
  },
  qr: 'QR code of “{name}”',
  more: 'More about it',
  link: 'Green code: all the codes you have to show',
};
