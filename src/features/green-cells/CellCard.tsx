import { useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import type { MyCell } from './api';
import { displayCellCode } from './cell-code';

interface Props {
  t: Dictionary['greenCells'];
  cell: MyCell;
  /** In the reader's language. */
  name: string;
  busy: boolean;
  onLeave: () => void;
  onRenew: () => void;
}

/** A cell one belongs to: who it is, the code of a household, and the way out. */
export function CellCard({ t, cell, name, busy, onLeave, onRenew }: Props) {
  const [asks, setAsks] = useState(false);
  const isFamily = cell.kind === 'family';
  return (
    <div class="card">
      <p>
        <strong>{name}</strong> <span class="tag">{t.kinds[cell.kind]}</span>{' '}
        <span class="soft">
          {fill(isFamily ? t.membersOf : t.members, { members: cell.members, limit: 10 })}
        </span>
      </p>
      {cell.join_code && (
        <p>
          <span class="soft">{t.invite}</span>{' '}
          <strong translate={false} data-cell-code>
            {displayCellCode(cell.join_code)}
          </strong>
          <br />
          <span class="soft">{t.inviteHint}</span>
        </p>
      )}
      {asks && (
        <Notice kind="info" focus>
          {fill(isFamily ? t.leaveAsk : t.leaveAskOther, { name })}
        </Notice>
      )}
      <div class="actions">
        {asks ? (
          <>
            <button class="button danger" type="button" disabled={busy} onClick={onLeave}>
              {t.leaveYes}
            </button>
            <button class="button quiet" type="button" onClick={() => setAsks(false)}>
              {t.stay}
            </button>
          </>
        ) : (
          <>
            {cell.join_code && (
              <button class="button quiet" type="button" disabled={busy} onClick={onRenew}>
                {t.renew}
              </button>
            )}
            <button class="button quiet" type="button" onClick={() => setAsks(true)}>
              {fill(t.leave, { name })}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
