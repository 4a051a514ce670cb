import { fill } from '../../../i18n/fill';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import type { IslandProps } from '../../../lib/island';
import type { Standing } from './api';
import { RegistrationActions } from './RegistrationActions';
import type { RegistrableSession } from './schema';
import { statusText } from './status';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  registration: Standing;
  session: RegistrableSession | undefined;
  /** Called after it was confirmed or cancelled. */
  onChange: () => void;
}

/** What the reader already has at a session. */
export function StandingRegistration({
  t,
  errors,
  locale,
  registration,
  session,
  onChange,
}: Props) {
  return (
    <div class="notice success stack" data-status={registration.status}>
      <p>
        <strong>{statusText(registration, t, locale)}</strong>{' '}
        {session && formatMoment(session.starts_at, locale)} ·{' '}
        {fill(t.mine.party, { people: registration.people ?? 1 })}
      </p>
      <p>
        <a href={pathIn(locale, '/my-events/')}>{t.form.seeMine}</a>
      </p>
      {registration.attended_people === null && (
        <RegistrationActions
          t={t}
          errors={errors}
          locale={locale}
          registration={registration}
          onChange={onChange}
        />
      )}
    </div>
  );
}
