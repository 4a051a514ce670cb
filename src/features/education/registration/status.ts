import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import type { Standing } from './api';

/** A registration's state in words. */
export function statusText(
  registration: Pick<Standing, 'status' | 'queue_position' | 'offer_ends_at'>,
  t: Dictionary['registration'],
  locale: Locale,
): string {
  return fill(t.status[registration.status ?? 'cancelled'], {
    position: registration.queue_position ?? 0,
    time: registration.offer_ends_at ? formatMoment(registration.offer_ends_at, locale) : '',
  });
}
