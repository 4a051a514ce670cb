import { fill } from '../../../i18n/fill';
import { formatDay, formatMoment } from '../../../lib/dates';
import type { Step } from '../schema';
import type { Names } from './names';

interface Happened {
  at: string;
  step: Step;
  department: string | null;
  due_on: string | null;
  words: string;
}

/** What happened to a report, oldest first. */
export function Timeline({ t, locale, departments, steps }: Names & { steps: Happened[] }) {
  return (
    <ol class="feedback-timeline">
      {steps.map(({ at, step, department, due_on, words }) => (
        <li key={at + step}>
          <span class="soft">{formatMoment(at, locale)}</span>
          <p>
            {fill(t.steps[step], {
              department: department ? (departments[department] ?? department) : '',
              day: due_on ? formatDay(due_on, locale) : '',
            })}
          </p>
          {words && <blockquote>{words}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
