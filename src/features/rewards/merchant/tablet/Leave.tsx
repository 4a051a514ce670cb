import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import type { Dictionary } from '../../../../i18n/zh-CN';

interface Props {
  t: Dictionary['merchant']['tablet'];
  onLeave: () => void;
}

/** Makes this device forget its key, after asking once. */
export function Leave({ t, onLeave }: Props) {
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button class="button quiet" type="button" onClick={() => setAsks(true)}>
        {t.leave}
      </button>
    );
  }
  return (
    <Notice kind="error" focus>
      <p>{t.leaveAsk}</p>
      <div class="actions">
        <button class="button danger" type="button" onClick={onLeave}>
          {t.leaveYes}
        </button>
        <button class="button quiet" type="button" onClick={() => setAsks(false)}>
          {t.no}
        </button>
      </div>
    </Notice>
  );
}
