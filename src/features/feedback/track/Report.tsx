import type { ComponentChildren } from 'preact';
import { fill } from '../../../i18n/fill';
import { formatDay, formatMoment } from '../../../lib/dates';
import type { Client } from '../../../lib/supabase/client';
import { daysLate } from '../lateness';
import { Photo } from '../Photo';
import type { MyReport, MyStep } from '../schema';
import type { Names } from './names';
import { Timeline } from './Timeline';

interface Props extends Names {
  client: Client;
  report: MyReport;
  steps: MyStep[];
  photoFailed: string;
  /** What the reporter can do now. */
  children: ComponentChildren;
}

/** A report as its reporter sees it. */
export function Report({ client, report, steps, photoFailed, children, ...names }: Props) {
  const { t, locale, towns, departments } = names;
  const late = daysLate(report);
  const isWaiting = ['received', 'assigned', 'reopened'].includes(report.status);
  const answer = (locale === 'en' && report.answer_en) || report.answer_zh;
  return (
    <article class="stack">
      <p>
        {t.kinds[report.kind]} · <strong>{t.statuses[report.status]}</strong>{' '}
        {late > 0 ? (
          <strong class="feedback-late">{fill(t.overdue, { days: late })}</strong>
        ) : (
          isWaiting && (
            <span class="soft">{fill(t.dueOn, { day: formatDay(report.due_on, locale) })}</span>
          )
        )}
      </p>
      {report.duplicate_number && (
        <p>{fill(t.track.linked, { number: report.duplicate_number })}</p>
      )}
      {report.is_public && <p>{fill(t.track.published, { number: report.number })}</p>}
      {report.is_verified !== null && (
        <p>{report.is_verified ? t.track.verified : t.track.notVerified}</p>
      )}
      {answer && (
        <section class="stack">
          <h3>{t.track.answer}</h3>
          {report.answered_at && (
            <p class="soft">
              {fill(t.track.answeredBy, {
                department: departments[report.department] ?? report.department,
                at: formatMoment(report.answered_at, locale),
              })}
            </p>
          )}
          <p class="feedback-words">{answer}</p>
        </section>
      )}
      {children}
      <section class="stack">
        <h3>{t.track.yours}</h3>
        <p class="feedback-words">{report.body}</p>
        <p class="soft">
          {[towns[report.town_code] ?? t.anywhere, report.place].filter(Boolean).join(' · ')}
        </p>
        {report.photos.map((name, index) => (
          <Photo
            key={name}
            client={client}
            name={name}
            alt={fill(t.track.photoAlt, { n: index + 1 })}
            failed={photoFailed}
          />
        ))}
      </section>
      <section class="stack">
        <h3>{t.track.timeline}</h3>
        <Timeline {...names} steps={steps} />
      </section>
    </article>
  );
}
