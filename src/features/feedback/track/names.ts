import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';

/** What a view of a report needs to put it in words. */
export interface Names {
  t: Dictionary['feedback'];
  locale: Locale;
  /** Names by code, in the reader's language. */
  towns: Record<string, string>;
  departments: Record<string, string>;
}
