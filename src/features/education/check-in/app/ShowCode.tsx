import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../../../i18n/fill';
import { pathIn } from '../../../../i18n/paths';
import { qrPath } from '../../../../lib/qr';
import { changingCode, hereAddress, stepAt, stepSeconds } from '../changing-code';
import type { CheckInList } from '../schema';
import type { AppProps } from './app-props';

/** The code of this moment, made on the phone. */
function useChangingCode(secret: string) {
  const [shown, setShown] = useState<{ code: string; left: number }>();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const now = new Date();
      const step = stepAt(now);
      const code = await changingCode(secret, step);
      const left = Math.ceil((step + 1) * stepSeconds - now.getTime() / 1000);
      if (!isGone) setShown({ code, left });
    };
    look();
    const timer = setInterval(look, 1_000);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [secret]);
  return shown;
}

/** The changing QR for residents to scan; it keeps the screen awake where the phone allows. */
export function ShowCode({ t, locale, list }: AppProps & { list: CheckInList }) {
  const shown = useChangingCode(list.secret);
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch((): undefined => undefined);
    return () => {
      lock?.then((held) => held?.release());
    };
  }, []);
  if (!shown) return null;
  const path = pathIn(locale, '/check-in/here/');
  const { path: dots, size } = qrPath(
    hereAddress(location.origin, path, list.session.id, shown.code),
  );
  return (
    <div class="stack show">
      <p>{t.show.lead}</p>
      <svg class="big-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.show.qr}>
        <rect width={size} height={size} fill="#fff" />
        <path d={dots} fill="#000" />
      </svg>
      <p>
        {t.show.code}{' '}
        <strong class="typed-code" translate={false} data-changing-code>
          {shown.code.replace(/^(.{5})/, '$1 ')}
        </strong>
      </p>
      <p class="soft">{fill(t.show.seconds, { seconds: shown.left })}</p>
    </div>
  );
}
