import type { Dictionary } from '../../../../i18n/zh-CN';
import { Key } from '../judging/Key';
import type { useDecisions } from './use-decisions';

interface Props {
  t: Dictionary['moderation']['queue'];
  queue: ReturnType<typeof useDecisions>;
  isOn: boolean;
}

/** To the next log or the one before, or away from all of them. */
export function Turn({ t, queue, isOn }: Props) {
  const { busy } = queue;
  return (
    <div class="actions">
      {queue.pile.items.length > 1 && (
        <>
          <button
            class="button quiet"
            type="button"
            disabled={busy}
            aria-keyshortcuts="K ArrowLeft"
            onClick={queue.previous}
          >
            {t.previous}
            <Key is="K" isOn={isOn} />
          </button>
          <button
            class="button quiet"
            type="button"
            disabled={busy}
            aria-keyshortcuts="J ArrowRight"
            onClick={queue.next}
          >
            {t.next}
            <Key is="J" isOn={isOn} />
          </button>
        </>
      )}
      <button class="button quiet" type="button" disabled={busy} onClick={queue.release}>
        {t.release}
      </button>
    </div>
  );
}
