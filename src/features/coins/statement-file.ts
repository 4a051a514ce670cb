import type { Dictionary } from '../../i18n/zh-CN';
import { toCsv } from '../../lib/csv';
import { formatStamp } from '../../lib/dates';
import { type ActionNames, type CountedLine, lineWords } from './statement';

/** A statement as a CSV file, oldest first: times of Asia/Shanghai, coins as whole numbers. */
export const statementFile = (
  lines: readonly CountedLine[],
  t: Dictionary['wallet'],
  actions: ActionNames,
): string =>
  toCsv([
    Object.values(t.file),
    ...lines.map((line) => [
      String(line.id),
      formatStamp(line.posted_at),
      t.kinds[line.kind],
      lineWords(line, t, actions),
      String(line.change),
      String(line.after),
      line.corrects_id === null ? '' : String(line.corrects_id),
      line.receipt,
    ]),
  ]);
