import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay } from '../../../lib/dates';
import { type Checked, type ReceiptStep, receiptSteps } from './check-receipt';
import type { Receipt } from './receipt';

/** How the day of a receipt compares with the published one. */
export type Comparison = 'comparing' | 'held' | 'failed' | 'notCompared';

interface Props {
  t: Dictionary['verify'];
  locale: Locale;
  receipt: Receipt;
  checked: Checked;
  comparison: Comparison;
  onCompare: () => void;
}

type Mark = 'held' | 'failed' | 'open';

/** What came of each step of a receipt, what it proves and what it does not. */
export function ReceiptResult({ t, locale, receipt, checked, comparison, onCompare }: Props) {
  const words = t.receipt;
  const failed = checked.failed ?? (comparison === 'failed' ? 'published' : undefined);
  const day = formatDay(receipt.day, locale);
  const markOf = (step: ReceiptStep): Mark => {
    if (step === failed) return 'failed';
    if (failed && receiptSteps.indexOf(step) > receiptSteps.indexOf(failed)) return 'open';
    return step === 'published' && comparison !== 'held' ? 'open' : 'held';
  };
  const sentence = (step: ReceiptStep) => {
    const mark = markOf(step);
    if (mark !== 'open') return words.steps[step][mark];
    if (failed) return words.notReached;
    return comparison === 'comparing' ? words.comparing : words.notCompared;
  };
  const verdict = failed
    ? fill(words.fails, {
        step: receiptSteps.indexOf(failed) + 1,
        name: words.steps[failed].name,
      })
    : comparison === 'held'
      ? words.allHold
      : words.holdsAlone;
  const isSettled = Boolean(failed) || comparison !== 'comparing';
  return (
    <div class="stack">
      {isSettled && (
        <Notice kind={failed ? 'error' : comparison === 'held' ? 'success' : 'info'} focus>
          {verdict}
        </Notice>
      )}
      {checked.leaf && (
        <p>
          {fill(words.what, {
            day,
            kind: t.kinds[checked.leaf.kind],
            amount: checked.leaf.amount,
          })}
          <br />
          <span class="soft">
            {fill(words.where, { place: receipt.index + 1, size: receipt.size })}
            {checked.leaf.actionCode &&
              ` · ${fill(words.action, { code: checked.leaf.actionCode })}`}
          </span>
        </p>
      )}
      <ol class="steps">
        {receiptSteps.map((step) => (
          <li key={step}>
            <span class={`tag ${markOf(step)}`}>{words.marks[markOf(step)]}</span>
            <span>{sentence(step)}</span>
          </li>
        ))}
      </ol>
      {!failed && comparison === 'notCompared' && (
        <button class="button quiet" type="button" onClick={onCompare}>
          {words.compare}
        </button>
      )}
      {!failed && (
        <div class="notice">
          <p>
            <strong>{words.proves}</strong>
          </p>
          <p>{fill(words.provesYes, { day })}</p>
          <p>{words.provesNo}</p>
        </div>
      )}
    </div>
  );
}
