import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { shanghaiSecond } from '../../../../lib/dates';
import { Key } from '../judging/Key';
import { secondsLeft, type TakeBackable } from './take-back';

interface Props {
  t: Dictionary['moderation']['queue'];
  decision: TakeBackable;
  isOn: boolean;
  busy: boolean;
  onUndo: () => void;
  /** The time is over while the button had the focus. */
  onLost: () => void;
}

/**
 * Takes the last decision back while that can be done. The moment stands there for everybody; the seconds that run are
 * for the eyes alone, and not shown in elder mode.
 */
export function TakeBack({ t, decision, isOn, busy, onUndo, onLost }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [now, setNow] = useState(Date.now);
  const seconds = secondsLeft(decision.until, now);
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => {
      const isLast = secondsLeft(decision.until, Date.now()) === 0;
      if (isLast && document.activeElement === button.current) onLost();
      setNow(Date.now());
    }, 500);
    return () => clearInterval(timer);
  }, [decision.until, isOver]);

  return (
    <div class="take-back">
      {!isOver && (
        <>
          <button
            ref={button}
            class="button quiet"
            type="button"
            disabled={busy}
            aria-keyshortcuts="U"
            onClick={onUndo}
          >
            {fill(t.undo, { action: decision.name })}
            <Key is="U" isOn={isOn} />
          </button>
          <span class="soft">{fill(t.undoUntil, { time: shanghaiSecond(decision.until) })}</span>
          <span class="soft ticking" aria-hidden="true">
            {fill(t.undoLeft, { seconds })}
          </span>
        </>
      )}
      <span class="soft" role="status">
        {isOver && fill(t.undoOver, { action: decision.name })}
      </span>
    </div>
  );
}
