import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMonth } from '../../../../lib/dates';
import type { AuditMonth } from '../api';

interface Props {
  t: Dictionary['moderation']['audit'];
  locale: Locale;
  months: AuditMonth[];
}

/** How far the second look at each month has come that is not done. */
export function Progress({ t, locale, months }: Props) {
  const open = months.filter(({ sampled, judged }) => judged < sampled);
  if (open.length === 0) return null;
  return (
    <ul class="progress">
      {open.map(({ month, sampled, judged }) => (
        <li key={month}>
          <label>
            {fill(t.progress, { month: formatMonth(month, locale), sampled, judged })}
            <progress class="survey-progress" max={sampled} value={judged} />
          </label>
        </li>
      ))}
    </ul>
  );
}
