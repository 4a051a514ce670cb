import './judging.css';
import type { ComponentChildren } from 'preact';
import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import { formatMoment } from '../../../../lib/dates';
import { CloserLooks } from './CloserLooks';
import { Earlier } from './Earlier';
import { EvidencePhoto } from './EvidencePhoto';
import { actionName, type JudgedLog, type JudgingWords, placeOf } from './item';
import type { View } from './use-view';

interface Props {
  words: JudgingWords;
  locale: Locale;
  log: JudgedLog;
  view: View;
  /** Where it stands among what is held, in words. */
  position: string;
  /** What is done with it. */
  children: ComponentChildren;
}

/** One log with all that helps to judge it: photo, words, what the resident's others came to, reasons to look closer. */
export function LogCard({ words, locale, log, view, position, children }: Props) {
  const { item: t } = words;
  const action = actionName(words, log.action_code);
  const alt = fill(t.photoOf, { action });
  const { comparing, isLarge } = view;
  return (
    <article class="judged" key={log.id}>
      <header>
        <p class="soft">{position}</p>
        <h3 tabIndex={-1} data-now>
          {action}
        </h3>
        <p class="soft">
          {placeOf(log.town_code, words, locale)} · {t.loggedAt}{' '}
          {formatMoment(log.logged_at, locale)} · {fill(t.pays, { coins: log.coins })}
        </p>
      </header>
      <div class={`photos${comparing ? ' two' : ''}`}>
        {log.has_photo ? (
          <figure>
            <EvidencePhoto key={log.id} t={t} logId={log.id} alt={alt} isLarge={isLarge} />
            {comparing && <figcaption>{t.thisPhoto}</figcaption>}
          </figure>
        ) : (
          <p class="evidence-frame soft">{t.noPhoto}</p>
        )}
        {comparing && (
          <figure>
            <EvidencePhoto
              key={comparing}
              t={t}
              logId={comparing}
              alt={t.otherPhoto}
              isLarge={isLarge}
            />
            <figcaption>{t.otherPhoto}</figcaption>
          </figure>
        )}
        {log.has_photo && (
          <button
            class="button quiet"
            type="button"
            aria-pressed={isLarge}
            aria-keyshortcuts="Z"
            onClick={view.zoom}
          >
            {t.zoom}
          </button>
        )}
      </div>
      <div class="beside stack">
        {log.note && <blockquote data-note>{log.note}</blockquote>}
        <p>
          {fill(t.record, {
            approved: log.approved,
            rejected: log.rejected,
            appeals: log.appeals,
          })}
        </p>
        <CloserLooks
          words={words}
          locale={locale}
          looks={log.closer}
          comparing={comparing}
          onCompare={view.compare}
        />
        <Earlier words={words} locale={locale} log={log} />
        {children}
      </div>
    </article>
  );
}
