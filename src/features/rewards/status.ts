import type { Enums } from '../../lib/database.types';
import { parseMoment } from '../../lib/dates';

/** What a voucher is worth at a moment: issued vouchers lapse on their date without anybody's doing. */
export function statusAt(
  voucher: { status: Enums<'voucher_status'>; expires_at: string | null },
  moment: Date,
): Enums<'voucher_status'> {
  if (voucher.status !== 'issued' || !voucher.expires_at) return voucher.status;
  return parseMoment(voucher.expires_at) < moment ? 'expired' : 'issued';
}

/** Whole days until a voucher lapses, 0 on its last 24 hours. */
export const daysLeft = (expiresAt: string, moment: Date): number =>
  Math.floor((parseMoment(expiresAt).getTime() - moment.getTime()) / 86_400_000);
