import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import { formatMoment } from '../../../../lib/dates';
import { actionName, type CloserLook, type JudgingWords, lookInWords } from './item';

interface Props {
  words: JudgingWords;
  locale: Locale;
  looks: CloserLook[];
  /** The other log whose photo stands beside this one's. */
  comparing: string | undefined;
  onCompare: (logId: string | undefined) => void;
}

/** Why to look closer, in sentences; where a photo was there before, the other one can be put beside it. */
export function CloserLooks({ words, locale, looks, comparing, onCompare }: Props) {
  const { item: t, statuses } = words;
  if (looks.length === 0) return null;
  return (
    <section class="closer stack">
      <h4>{t.closer}</h4>
      <ul>
        {looks.map((look) => (
          <li key={look.kind}>
            {lookInWords(look, t)}
            {'logs' in look && (
              <ul>
                {look.logs.map((other) => (
                  <li key={other.id}>
                    {fill(t.other, {
                      action: actionName(words, other.action_code),
                      time: formatMoment(other.logged_at, locale),
                      status: statuses[other.status],
                      who: other.by_same_resident ? t.bySame : t.byOther,
                    })}{' '}
                    {other.is_open_to_caller ? (
                      <button
                        class="button quiet"
                        type="button"
                        aria-pressed={comparing === other.id}
                        onClick={() => onCompare(comparing === other.id ? undefined : other.id)}
                      >
                        {t.compare}
                      </button>
                    ) : (
                      <span class="soft">{t.elsewhere}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
