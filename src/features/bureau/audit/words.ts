import type { Dictionary } from '../../../i18n/zh-CN';
import { wordOf } from '../list/words';

/** What was done, in words; the code itself where there are none. */
export const actName = (act: string, t: Dictionary): string => wordOf(t.desk.audit.acts, act);

/** What it was done to, in words; the code itself where there are none. */
export const kindName = (kind: string, t: Dictionary): string => wordOf(t.desk.audit.kinds, kind);
