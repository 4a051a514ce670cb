import { useEffect, useRef, useState } from 'preact/hooks';
import { draftStore } from '../../../../lib/draft';
import { shortcutOf } from './keys';

const store = draftStore<boolean>('moderation-keys', true);

/** Whether single keys do something, as this device remembers it. */
export function useKeySwitch() {
  const [isOn, setIsOn] = useState(true);
  useEffect(() => setIsOn(store.read() ?? true), []);
  return {
    isOn,
    turn(on: boolean) {
      setIsOn(on);
      store.write(on);
    },
  };
}

/** Lets keys do things: each by its name in small letters. */
export function useKeys(isOn: boolean, deeds: Record<string, () => void>): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const deed = latest.current[shortcutOf(event) ?? ''];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOn]);
}
