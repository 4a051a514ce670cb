import { useEffect, useRef } from 'preact/hooks';

/** Calls back once nobody has touched the device or typed for so long; `poke` counts as touching. */
export function useIdle(isOn: boolean, milliseconds: number, onIdle: () => void) {
  const poke = useRef(() => {});
  const told = useRef(onIdle);
  told.current = onIdle;
  useEffect(() => {
    if (!isOn) return;
    let timer = 0;
    const begin = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => told.current(), milliseconds);
    };
    poke.current = begin;
    begin();
    const signs = ['pointerdown', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, begin);
    return () => {
      clearTimeout(timer);
      poke.current = () => {};
      for (const sign of signs) removeEventListener(sign, begin);
    };
  }, [isOn, milliseconds]);
  return () => poke.current();
}
