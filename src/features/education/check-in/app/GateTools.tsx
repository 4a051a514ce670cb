import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { fill } from '../../../../i18n/fill';
import { formatMoment } from '../../../../lib/dates';
import { pendingOf } from '../queue';
import { forget } from '../store';
import type { AppProps } from './app-props';
import { setWantsFeel, wantsFeel } from './feel';
import type { KeptSession } from './use-phone';
import type { Sending } from './use-sending';

interface Props extends AppProps {
  session: KeptSession;
  sending: Sending;
}

/** What is needed now and then: a fresh list, sound, and deleting the session from this phone. */
export function GateTools({ t, locale, session, sending }: Props) {
  const { id } = session.list.session;
  const [asks, setAsks] = useState(false);
  const [isLoud, setIsLoud] = useState(false);
  useEffect(() => setIsLoud(wantsFeel()), []);
  const waiting = pendingOf(session.kept).length;
  return (
    <section class="stack tools">
      <h3>{t.gate.more}</h3>
      <p class="soft">
        {fill(t.app.downloadedAt, { time: formatMoment(session.downloadedAt, locale) })}
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={isLoud}
          onChange={(event) => {
            setWantsFeel(event.currentTarget.checked);
            setIsLoud(event.currentTarget.checked);
          }}
        />
        {t.gate.feel}
      </label>
      <div class="actions">
        <button
          class="button quiet"
          type="button"
          disabled={sending.busy}
          onClick={() => sending.download(id)}
        >
          {sending.busy ? t.app.downloading : t.gate.updateList}
        </button>
        <button class="button danger" type="button" onClick={() => setAsks(true)}>
          {t.gate.forget}
        </button>
      </div>
      {asks && (
        <Notice kind="error" focus>
          <p>{t.gate.forgetAsk}</p>
          {waiting > 0 && (
            <p>
              <strong>{fill(t.gate.forgetUnsent, { count: waiting })}</strong>
            </p>
          )}
          <div class="actions">
            <button
              class="button danger"
              type="button"
              onClick={async () => {
                await forget(id);
                location.hash = 'sessions';
              }}
            >
              {t.gate.forgetYes}
            </button>
            <button class="button quiet" type="button" onClick={() => setAsks(false)}>
              {t.gate.no}
            </button>
          </div>
        </Notice>
      )}
    </section>
  );
}
