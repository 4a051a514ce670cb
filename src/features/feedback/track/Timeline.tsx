import { fill } from '../../../i18n/fill';
import { formatDay, formatMoment } from '../../../lib/dates';
import type { MyStep } from '../schema';
import type { Names } from './names';

/** What happened to a report, oldest first. */
export function Timeline({ t, locale, departments, steps }: Names & { steps: MyStep[] }) {
  return (
    <ol class="feedback-timeline">
      {steps.map(({ at, step, department, due_on, words }) => (
        <li key={at + step}>
          <span class="soft">{formatMoment(at, locale)}</span>
          <p>
            {fill(t.steps[step], {
              department: departments[department] ?? department ?? '',
              day: due_on ? formatDay(due_on, locale) : '',
            })}
          </p>
          {words && <blockquote>{words}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
