import { useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { useTask } from '../../lib/use-task';
import { cancelVoucher } from './api';

interface Props extends IslandProps {
  t: Dictionary['voucher'];
  id: string;
  /** What giving it back means, said before it is done. */
  consequences: string[];
}

/** Gives a voucher back: first what that means, then the button that does it. */
export default function CancelVoucher({ t, errors, locale, id, consequences }: Props) {
  const [asks, setAsks] = useState(false);
  const { busy, problem, run } = useTask();
  const cancel = () =>
    run(async () => {
      await cancelVoucher(await browserClient(), id);
      location.reload();
    });
  return (
    <div class="stack">
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
      {asks ? (
        <>
          <Notice kind="info" focus>
            {consequences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
          <div class="actions">
            <button class="button danger" type="button" disabled={busy} onClick={cancel}>
              {busy ? t.cancelling : t.cancelYes}
            </button>
            <button
              class="button quiet"
              type="button"
              disabled={busy}
              onClick={() => setAsks(false)}
            >
              {t.cancelNo}
            </button>
          </div>
        </>
      ) : (
        <button class="button quiet" type="button" onClick={() => setAsks(true)}>
          {t.cancel}
        </button>
      )}
    </div>
  );
}
