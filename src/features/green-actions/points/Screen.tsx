import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { shanghaiTime } from '../../../lib/dates';
import { useWorker } from '../../../lib/offline/use-worker';
import { qrPath } from '../../../lib/qr';
import { displayCode } from '../../rewards/voucher-code';
import { actAddress, keyFromFragment, type ScreenKey } from './step-code';
import { useClock, useCode, useKnown } from './use-screen';

interface Props {
  t: Dictionary['points']['screen'];
  locale: Locale;
}

/** The key in the address, read again when another is pasted over it. */
function useKey() {
  const [read, setRead] = useState<{ key?: ScreenKey | undefined }>();
  useEffect(() => {
    const look = () => setRead({ key: keyFromFragment(location.hash) });
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return read;
}

/** Keeps the page on the device, and takes a newer version as soon as it has come: nothing here could be lost. */
function useKept(locale: Locale) {
  const useNewVersion = useWorker(pathIn(locale, '/points/screen/'));
  const hasNew = useNewVersion !== undefined;
  useEffect(() => useNewVersion?.(), [hasNew]);
}

/** Keeps the screen lit while the page is seen, where the device allows. */
function useWake() {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') {
        navigator.wakeLock?.request('screen').catch((): undefined => undefined);
      }
    };
    wake();
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, []);
}

/** A point's screen: a QR and a code that change every minute, made here, without network too. */
export default function Screen({ t, locale }: Props) {
  const read = useKey();
  const known = useKnown(read?.key);
  const behind = useClock();
  const shown = useCode(read?.key, behind);
  const frame = useRef<HTMLDivElement>(null);
  useWake();
  useKept(locale);

  if (read && !read.key) return <p class="notice error">{t.noKey}</p>;
  if (!shown) return null;
  if (known && known.state !== 'good') {
    return (
      <p class="notice error" role="alert">
        {t[known.state]}
      </p>
    );
  }
  const name = known && (locale === 'en' ? known.name_en : known.name_zh);
  const act = pathIn(locale, '/act/');
  const { path, size } = qrPath(actAddress(location.origin, act, shown.code));
  return (
    <div class="point-screen" ref={frame}>
      <svg class="big-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.qr}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div class="words">
        {name && <h2>{name}</h2>}
        {known?.isDemo && <p class="tag">{t.demo}</p>}
        <p class="lead">{fill(t.lead, { address: `${location.host}${act}` })}</p>
        <p class="code">
          <span class="soft">{t.code}</span>
          <strong translate={false} data-point-code={shown.code}>
            {displayCode(shown.code)}
          </strong>
        </p>
        <p class="left">
          <progress
            max={60}
            value={shown.left}
            aria-label={fill(t.next, { seconds: shown.left })}
          />
          <span class="soft">{fill(t.next, { seconds: shown.left })}</span>
        </p>
        <p class="soft">
          {fill(t.now, { time: shanghaiTime(new Date(shown.now)) })}
          <br />
          {Math.abs(behind) > 30_000 ? t.clockOff : t.offline}
        </p>
        <button
          class="button quiet full"
          type="button"
          onClick={() => frame.current?.requestFullscreen?.()}
        >
          {t.fullScreen}
        </button>
      </div>
    </div>
  );
}
