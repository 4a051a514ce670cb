import { useEffect, useState } from 'preact/hooks';
import { shanghaiDay } from '../../../lib/dates';
import { draftStore } from '../../../lib/draft';
import { browserClient } from '../../../lib/supabase/browser';
import { readGeneration, readPointOf } from './api';
import { pointCode, type ScreenKey, stepAt, stepSeconds } from './step-code';

/** What a screen knows of its point; kept on the device, for when there is no network. */
export interface Known {
  name_zh: string;
  name_en: string;
  isDemo: boolean;
  state: 'good' | 'replaced' | 'gone';
}

const tenMinutes = 600_000;
const tenSeconds = 10_000;

/** Asks at once, every ten minutes, and when the device wakes or has its network back; after a failure again soon. */
function useAsking(ask: () => Promise<void>, key?: string) {
  useEffect(() => {
    let last = Date.now();
    let due = last;
    const askNow = () => {
      due = Date.now() + tenMinutes;
      ask().catch(() => {
        due = Date.now() + tenSeconds;
      });
    };
    const look = () => {
      const now = Date.now();
      // Time that jumped: the device slept, or somebody set its clock.
      const jumped = now < last || now - last > 30_000;
      last = now;
      if (jumped || now >= due) askNow();
    };
    const onWake = () => document.visibilityState === 'visible' && askNow();
    const timer = setInterval(look, 5_000);
    askNow();
    addEventListener('online', askNow);
    document.addEventListener('visibilitychange', onWake);
    return () => {
      clearInterval(timer);
      removeEventListener('online', askNow);
      document.removeEventListener('visibilitychange', onWake);
    };
  }, [key]);
}

/** What is known of the point of a key; without network that of the last time it could be asked. */
export function useKnown(key: ScreenKey | undefined): Known | undefined {
  const [known, setKnown] = useState<Known>();
  const name = key && `screen:${key.handle}.${key.generation}`;
  useEffect(() => {
    if (name) setKnown(draftStore<Known>(name, true).read());
  }, [name]);
  useAsking(async () => {
    if (!key || !name) return;
    const client = await browserClient();
    const [point, generation] = await Promise.all([
      readPointOf(client, key.handle),
      readGeneration(client, key.handle),
    ]);
    const isOver = point?.valid_until && point.valid_until < shanghaiDay(new Date());
    const isThere = point && !isOver && generation !== null;
    const now: Known = {
      name_zh: point?.name_zh ?? '',
      name_en: point?.name_en ?? '',
      isDemo: point?.is_demo ?? false,
      state: isThere ? (generation === key.generation ? 'good' : 'replaced') : 'gone',
    };
    draftStore<Known>(name, true).write(now);
    setKnown(now);
  }, name);
  return known;
}

/** How far the clock of this device is behind the server's, in milliseconds; 0 until the server has said. */
export function useClock(): number {
  const [behind, setBehind] = useState(0);
  useAsking(async () => {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    const difference = Date.parse(answer.headers.get('date') ?? '') - Date.now();
    // The header is cut to whole seconds and took a moment to come: less than two says nothing.
    if (Number.isFinite(difference)) setBehind(Math.abs(difference) > 2_000 ? difference : 0);
  });
  return behind;
}

/** The code of this moment, made on the device, how many seconds it is still shown, and the moment itself. */
export function useCode(key: ScreenKey | undefined, behind: number) {
  const [shown, setShown] = useState<{ code: string; left: number; now: number }>();
  useEffect(() => {
    if (!key) return;
    let isGone = false;
    const look = async () => {
      const now = Date.now() + behind;
      const step = stepAt(now);
      const code = await pointCode(key, step);
      const left = Math.ceil((step + 1) * stepSeconds - now / 1000);
      if (!isGone) setShown({ code, left, now });
    };
    look();
    const timer = setInterval(look, 1_000);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [key?.secret, behind]);
  return shown;
}
