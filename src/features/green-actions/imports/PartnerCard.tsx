import { useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay, parseMoment, shanghaiDay } from '../../../lib/dates';
import { qrPath } from '../../../lib/qr';
import type { Membership } from './api';

interface Props {
  t: Dictionary['imports']['mine'];
  locale: Locale;
  /** In the reader's language. */
  name: string;
  /** What it counts as and how; left out for a partner that does not take part any more. */
  what?: string;
  /** The mark of demo data, if it is. */
  tag?: string | undefined;
  membership?: Membership | undefined;
  busy: boolean;
  onJoin: () => void;
  onLeave: () => void;
}

/** A partner: the way in, or one's code there and the way out. */
export function PartnerCard({ t, locale, name, what, tag, membership, ...props }: Props) {
  const [asks, setAsks] = useState(false);
  const qr = membership && qrPath(membership.member_code);
  return (
    <div class="card">
      <h2>
        {name} {tag && <span class="tag">{tag}</span>}
      </h2>
      <p>{what ?? t.closed}</p>
      {membership && qr && (
        <>
          <p class="soft">{fill(t.code, { name })}</p>
          <p class="member-code" translate={false} data-member-code>
            {membership.member_code.match(/.{1,5}/g)?.join('-')}
          </p>
          <svg
            class="member-qr"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={fill(t.qr, { name })}
            shape-rendering="crispEdges"
          >
            <rect width={qr.size} height={qr.size} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
          <p>{t.hand}</p>
          <p class="soft">
            {fill(t.joinedOn, {
              day: formatDay(shanghaiDay(parseMoment(membership.joined_at)), locale),
            })}
          </p>
        </>
      )}
      {asks && (
        <Notice kind="info" focus>
          {fill(t.leaveAsk, { name })}
        </Notice>
      )}
      <div class="actions">
        {!membership && (
          <button class="button" type="button" disabled={props.busy} onClick={props.onJoin}>
            {props.busy ? t.joining : t.join}
            <span class="hidden-visually"> {name}</span>
          </button>
        )}
        {membership && !asks && (
          <button class="button quiet" type="button" onClick={() => setAsks(true)}>
            {fill(t.leave, { name })}
          </button>
        )}
        {membership && asks && (
          <>
            <button
              class="button danger"
              type="button"
              disabled={props.busy}
              onClick={() => {
                setAsks(false);
                props.onLeave();
              }}
            >
              {t.leaveYes}
            </button>
            <button class="button quiet" type="button" onClick={() => setAsks(false)}>
              {t.stay}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
