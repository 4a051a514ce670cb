import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay } from '../../../lib/dates';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';
import type { Kept } from './device';
import { sendWritten } from './queue';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  kept: Kept;
  closesOn: string;
}

/** What has become of an answer that was written here, or of a token that is elsewhere. */
export function OnItsWay({ t, errors, locale, kept, closesOn }: Props) {
  const { busy, run } = useTask();
  const sendNow = () => run(() => sendWritten({ all: true }));
  const receipt = 'receipt' in kept && (
    <p class="soft">
      {t.receipt} <code>{kept.receipt}</code>
    </p>
  );
  return (
    <div class="stack">
      {kept.step === 'written' && (
        <>
          <Notice kind="success" focus>
            <p>{t.written}</p>
            <p>{t.onItsWay}</p>
          </Notice>
          <div>
            <button class="button quiet" type="button" disabled={busy} onClick={sendNow}>
              {t.sendNow}
            </button>
            <p class="soft">{t.sendNowHint}</p>
          </div>
        </>
      )}
      {kept.step === 'sent' && (
        <Notice kind="success" focus>
          <p>{t.sent}</p>
          <p>{fill(t.doneNext, { closes: formatDay(closesOn, locale) })}</p>
        </Notice>
      )}
      {kept.step === 'refused' && (
        <Notice kind="error">
          <p>
            {fill(t.notCounted, {
              why: problemText({ code: kept.code, values: {} }, errors, locale),
            })}
          </p>
        </Notice>
      )}
      {kept.step === 'elsewhere' && <p class="notice">{t.elsewhere}</p>}
      {receipt}
      <p>
        <a class="button" href={pathIn(locale, '/satisfaction/')}>
          {t.seeResult}
        </a>
      </p>
    </div>
  );
}
