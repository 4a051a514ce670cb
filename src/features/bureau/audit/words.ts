import type { Dictionary } from '../../../i18n/zh-CN';

const wordOf = (words: Record<string, string>, code: string): string => words[code] ?? code;

/** What was done, in words; the code itself where there are none. */
export const actName = (act: string, t: Dictionary): string => wordOf(t.desk.audit.acts, act);

/** What it was done to, in words; the code itself where there are none. */
export const kindName = (kind: string, t: Dictionary): string => wordOf(t.desk.audit.kinds, kind);
