import { colonIn, type Locale } from '../../../../i18n/locale';
import { formatMoment } from '../../../../lib/dates';
import { decisionInWords, type JudgedLog, type JudgingWords } from './item';

interface Props {
  words: JudgingWords;
  locale: Locale;
  log: JudgedLog;
}

/** What was decided and said before: of an appeal, the first moderator's judgement and the resident's answer. */
export function Earlier({ words, locale, log }: Props) {
  const { item: t } = words;
  const { appeal, earlier = [] } = log;
  if (earlier.length === 0) return null;
  return (
    <section class="earlier stack">
      <h4>{t.earlier}</h4>
      <ul>
        {earlier.map((decision) => (
          <li key={decision.decided_at}>
            <span class="soft">{formatMoment(decision.decided_at, locale)}</span>{' '}
            {decisionInWords(decision, words, colonIn(locale))}
            {decision.note && <blockquote>{decision.note}</blockquote>}
          </li>
        ))}
      </ul>
      {appeal && (
        <>
          <h4>{t.appeal}</h4>
          <blockquote>{appeal}</blockquote>
          <p>
            <strong>{t.appealHint}</strong>
          </p>
        </>
      )}
    </section>
  );
}
