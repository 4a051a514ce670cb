import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { useDecisions } from './use-decisions';

interface Props {
  t: Dictionary['moderation']['queue'];
  queue: ReturnType<typeof useDecisions>;
  /** Address of the random audit. */
  audit: string;
}

/** Nothing to judge: why, and what to do next. */
export function Empty({ t, queue, audit }: Props) {
  const { load, isTaking, isResting, busy } = queue;
  const { with_colleagues: others } = load;
  const why = others > 0 ? fill(t.othersOnly, { others }) : t.empty;
  return (
    <div class="stack">
      {!isResting && <p class="notice">{isTaking ? t.loading : why}</p>}
      <div class="actions">
        <button class="button" type="button" disabled={busy || isTaking} onClick={queue.look}>
          {t.look}
        </button>
        <a class="button quiet" href={audit}>
          {t.audit}
        </a>
      </div>
    </div>
  );
}
