import { dictionaryOf } from '../../../i18n/dictionary';
import { localeOf } from '../../../i18n/paths';
import { shanghaiDay } from '../../../lib/dates';
import type { Visit } from '../enter';
import { recordExport } from '../list/api';
import { fileOf, formatOf } from '../list/file';
import { readBaseNames, readTotals } from './api';
import { figures, type Line, yearOf } from './totals';

export interface Report {
  year: number;
  /** The years that can be asked for, the newest first. */
  years: number[];
  /** Lines with the name of their base, in its order; undefined when they could not be read. */
  lines: (Line & { base: string })[] | undefined;
}

/** Opens the yearly report as its address asks for it: what the page shows, or the file. */
export async function openReport(url: URL, visit: Visit): Promise<Report | Response> {
  const locale = localeOf(url.pathname);
  const t = dictionaryOf(locale);
  const { client } = visit.resident;
  const current = Number(shanghaiDay(new Date()).slice(0, 4));
  const year = yearOf(url.searchParams.get('year'), current);
  const years = Array.from({ length: current - 2021 }, (_, ago) => current - ago);
  const read = await Promise.all([readTotals(client, year), readBaseNames(client)]).catch(
    () => undefined,
  );
  if (!read) return { year, years, lines: undefined };
  const byName = new Intl.Collator(locale);
  const lines = read[0]
    .map((line) => {
      const names = read[1].get(line.base_id);
      return { ...line, base: (locale === 'en' ? names?.name_en : names?.name_zh) ?? '—' };
    })
    .sort((one, other) => byName.compare(one.base, other.base) || other.sessions - one.sessions);
  const format = formatOf(url);
  if (!format) return { year, years, lines };
  const words = t.desk.report;
  await recordExport(client, 'report', format, lines.length, `year=${year}`);
  return fileOf(
    {
      name: `report-${year}`,
      columns: [
        { label: words.base, kind: 'text' },
        { label: words.theme, kind: 'text' },
        ...figures.map((figure) => ({ label: words[figure], kind: 'number' }) as const),
      ],
      rows: lines.map((line) => {
        const values = [line.base, words.themes[line.theme], ...figures.map((one) => line[one])];
        return { values, texts: values.map(String) };
      }),
    },
    format,
  );
}
