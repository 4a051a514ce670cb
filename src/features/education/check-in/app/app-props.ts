import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';

/** What every part of the check-in app is given. */
export interface AppProps extends IslandProps {
  t: Dictionary['checkIn'];
}
