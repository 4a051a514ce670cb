import { Notice } from '../../../components/Notice';
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
  /** Whether it has just come about. */
  isNew: boolean;
  /** Called after it was confirmed or cancelled. */
  onChange: () => void;
}

/** What the reader already has at a session. */
export function StandingRegistration({ session, isNew, onChange, ...props }: Props) {
  const { t, locale, registration } = props;
  const position = registration.queue_position ?? 0;
  return (
    <div class="stack" data-status={registration.status}>
      {isNew && (
        <Notice kind="success" focus>
          {registration.status === 'waiting'
            ? fill(t.form.waiting, { position })
            : t.form.confirmed}
        </Notice>
      )}
      <p>
        <strong>{statusText(registration, t, locale)}</strong>{' '}
        {session && formatMoment(session.startsAt.toISOString(), locale)} ·{' '}
        {fill(t.mine.party, { people: registration.people ?? 1 })}
      </p>
      <p>
        <a href={pathIn(locale, '/my-events/')}>{t.form.seeMine}</a>
      </p>
      {registration.attended_people === null && (
        <RegistrationActions {...props} onChange={onChange} />
      )}
    </div>
  );
}
