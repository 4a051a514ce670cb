import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import { type Availability, availabilityOf, isRegistrable } from './availability';
import type { RegistrableSession } from './schema';

/** What a session offers, in words. */
function words(availability: Availability, t: Dictionary['registration'], locale: Locale): string {
  switch (availability.kind) {
    case 'seats':
      return fill(t.form.seats, { count: availability.seats });
    case 'waiting':
      return fill(t.form.full, { count: availability.ahead });
    case 'full':
      return t.form.fullClosed;
    case 'not_open':
      return fill(t.form.opens, { time: formatMoment(availability.opensAt.toISOString(), locale) });
    case 'cancelled':
      return t.form.cancelled;
    case 'closed':
    case 'past':
      return t.form.closed;
  }
}

interface Props {
  t: Dictionary['registration'];
  locale: Locale;
  sessions: readonly RegistrableSession[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The sessions to choose from; those one cannot register for say why. */
export function ChooseSession({ t, locale, sessions, chosen, onChoose }: Props) {
  return (
    <fieldset class="plain stack">
      <legend>
        <strong>{t.form.session}</strong>
      </legend>
      {sessions.map((session) => {
        const availability = availabilityOf(session, new Date());
        return (
          <label class="choice" key={session.id}>
            <input
              type="radio"
              name="session"
              value={session.id}
              disabled={!isRegistrable(availability)}
              checked={chosen === session.id}
              onChange={() => onChoose(session.id)}
            />
            <span>
              <strong>{formatMoment(session.startsAt.toISOString(), locale)}</strong>
              <br />
              {session.place} · {words(availability, t, locale)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
