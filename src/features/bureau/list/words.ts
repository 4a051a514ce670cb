import type { Dictionary } from '../../../i18n/zh-CN';

/** The word for a code; the code itself where there is none. */
export const wordOf = (words: Record<string, string>, code: string | null): string =>
  words[code ?? ''] ?? code ?? '';

/** Yes or no, in words. */
export const yesNo = (value: boolean | null, t: Dictionary): string =>
  value ? t.desk.list.yes : t.desk.list.no;
