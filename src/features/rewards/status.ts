import { parseMoment } from '../../lib/dates';

/** What a voucher is worth at a moment: issued vouchers lapse on their date without anybody's doing. */
export function statusAt(
  voucher: { status: 'issued' | 'used'; expires_at: string },
  moment: Date,
): 'issued' | 'used' | 'expired' {
  if (voucher.status === 'used') return 'used';
  return parseMoment(voucher.expires_at) < moment ? 'expired' : 'issued';
}
