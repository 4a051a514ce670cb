import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay } from '../../../lib/dates';
import type { PublishedDay } from './api';
import type { DayFact, DayResult as Result } from './check-day';
import { sumNames } from './leaf';
import type { Break } from './seal';

/** What came of checking a day. */
export type DayVerdict =
  | { kind: 'missing'; day: string }
  | { kind: 'cancelled'; done: number }
  | {
      kind: 'checked';
      day: PublishedDay;
      result: Result;
      failed: DayFact | Break['fact'] | undefined;
      hasReceipt: boolean;
    };

interface Props {
  t: Dictionary['verify'];
  locale: Locale;
  verdict: DayVerdict;
}

/** Says whether a day adds up, with the sums that were worked out beside those that are published. */
export function DayResult({ t, locale, verdict }: Props) {
  if (verdict.kind === 'missing') {
    const words = fill(t.day.missing, { day: formatDay(verdict.day, locale) });
    return (
      <Notice kind="error" focus>
        {words}
      </Notice>
    );
  }
  if (verdict.kind === 'cancelled') {
    return (
      <Notice kind="info" focus>
        {fill(t.day.cancelled, { done: verdict.done })}
      </Notice>
    );
  }
  const { day, result, failed, hasReceipt } = verdict;
  const values = { day: formatDay(day.day, locale), transfers: day.transfers };
  return (
    <>
      <Notice kind={failed ? 'error' : 'success'} focus>
        <p>{fill(failed ? t.day.failed[failed] : t.day.holds, values)}</p>
        {!failed && hasReceipt && <p>{t.day.withReceipt}</p>}
        {day.has_demo && <p>{t.day.demo}</p>}
      </Notice>
      <table class="sums">
        <thead>
          <tr>
            <th scope="col">{t.day.table}</th>
            <th scope="col" class="number">
              {t.day.counted}
            </th>
            <th scope="col" class="number">
              {t.day.published}
            </th>
          </tr>
        </thead>
        <tbody>
          {sumNames.map((name) => (
            <tr key={name}>
              <th scope="row">
                {t.day.sums[name]}{' '}
                {result.differ.includes(name) && <span class="tag failed">{t.day.differs}</span>}
              </th>
              <td class="number">{result.sums[name]}</td>
              <td class="number">{day[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{t.day.provesNo}</p>
    </>
  );
}
