import { useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { colonIn, type Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import { formatDay } from '../../../lib/dates';
import { displayCode } from '../../rewards/voucher-code';
import type { Receipt } from '../schema';
import type { Words } from './parts';

interface Props {
  t: Words;
  locale: Locale;
  receipt: Receipt;
  /** How many photos have not arrived. */
  missing: number;
  isBusy: boolean;
  sendPhotos: () => void;
  another: () => void;
}

/** What has arrived, under which number and code, and what happens when. */
export function Sent({ t, locale, receipt, missing, isBusy, sendPhotos, another }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  const code = displayCode(receipt.tracking_code);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setIsCopied(true);
  };
  return (
    <div class="stack">
      <Notice kind="success" focus>
        <h2>{t.sent.heading}</h2>
        <p>
          {t.sent.number}
          {colonIn(locale)}
          <strong data-feedback-number>{receipt.number}</strong>
        </p>
        <p>
          {t.sent.code}
          {colonIn(locale)}
          <strong class="feedback-code">{code}</strong>
        </p>
        <p>{t.sent.keep}</p>
      </Notice>
      <p class="actions no-print">
        <button class="button quiet" type="button" onClick={copy}>
          {t.sent.copy}
        </button>
        <button class="button quiet" type="button" onClick={() => print()}>
          {t.sent.print}
        </button>
      </p>
      <p role="status" class="soft">
        {isCopied ? t.sent.copied : ''}
      </p>
      {missing > 0 && (
        <Notice kind="error">
          <p>{fill(t.sent.photosFailed, { n: missing })}</p>
          <button class="button" type="button" disabled={isBusy} onClick={sendPhotos}>
            {t.sent.photosRetry}
          </button>
        </Notice>
      )}
      <h3>{t.sent.nextHeading}</h3>
      <ol>
        <li>{fill(t.sent.next1, { day: formatDay(receipt.due_on, locale) })}</li>
        <li>{t.sent.next2}</li>
        <li>{t.sent.next3}</li>
      </ol>
      <p class="actions no-print">
        <a class="button" href={pathIn(locale, '/feedback/track/')}>
          {t.sent.track}
        </a>
        <button class="button quiet" type="button" onClick={another}>
          {t.sent.another}
        </button>
      </p>
    </div>
  );
}
