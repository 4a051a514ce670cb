import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { readDays } from './api';
import { type Checked, checkReceipt, dayOfReceipt, isSameDay } from './check-receipt';
import { nobody } from './nobody';
import { type Comparison, ReceiptResult } from './ReceiptResult';
import { parseReceipt, type Receipt, textOfFragment } from './receipt';

interface Props {
  t: Dictionary['verify'];
  locale: Locale;
  /** Told of each receipt that could be read, and that holds by itself. */
  onRead: (receipt: Receipt | undefined) => void;
}

/** A receipt is a few kilobytes. */
const longest = 100_000;

/** Compares the day of a receipt with the published one; whatever goes wrong means that it was not compared. */
async function compare(receipt: Receipt): Promise<Comparison> {
  try {
    const [day] = await readDays(await nobody(), receipt.day, receipt.day);
    return day && isSameDay(day, dayOfReceipt(receipt)) ? 'held' : 'failed';
  } catch {
    return 'notCompared';
  }
}

/** Takes a receipt as text, as a file or from the part of the address after #, and says step by step whether it holds. */
export function ReceiptPart({ t, locale, onRead }: Props) {
  const [text, setText] = useState('');
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [result, setResult] = useState<{ receipt: Receipt; checked: Checked }>();
  const [comparison, setComparison] = useState<Comparison>('comparing');

  // Only the receipt that was opened last has a say.
  const turn = useRef(0);

  const compareAgain = async (receipt: Receipt) => {
    const mine = turn.current;
    setComparison('comparing');
    const found = await compare(receipt);
    if (turn.current === mine) setComparison(found);
  };
  const check = async (from: string) => {
    turn.current += 1;
    const mine = turn.current;
    setText(from);
    setResult(undefined);
    const receipt = parseReceipt(from);
    setIsUnreadable(!receipt);
    onRead(undefined);
    if (!receipt) return;
    const checked = await checkReceipt(receipt);
    if (turn.current !== mine) return;
    setResult({ receipt, checked });
    if (checked.failed) return;
    onRead(receipt);
    await compareAgain(receipt);
  };
  const open = async (file: File | undefined) => {
    if (file) await check(file.size > longest ? '' : await file.text());
  };

  useEffect(() => {
    const fromAddress = () => {
      const found = textOfFragment(location.hash);
      if (found !== undefined) check(found);
    };
    fromAddress();
    addEventListener('hashchange', fromAddress);
    return () => removeEventListener('hashchange', fromAddress);
  }, []);

  return (
    <section class="section stack">
      <h2>{t.receipt.heading}</h2>
      <Form onSubmit={() => check(text)}>
        <Field
          label={t.receipt.label}
          hint={t.receipt.hint}
          problem={isUnreadable ? t.receipt.unreadable : undefined}
        >
          {(ids) => (
            <textarea
              {...ids}
              class="receipt-text"
              rows={6}
              spellcheck={false}
              autocomplete="off"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                const [file] = event.dataTransfer?.files ?? [];
                if (!file) return;
                event.preventDefault();
                open(file);
              }}
            />
          )}
        </Field>
        <div class="actions">
          <button class="button" type="submit">
            {t.receipt.check}
          </button>
          <label class="button quiet file-button">
            {t.receipt.open}
            <input
              class="hidden-visually"
              type="file"
              accept=".json,application/json,text/plain"
              onChange={async ({ currentTarget }) => {
                await open(currentTarget.files?.[0]);
                // The same file may be opened again.
                currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </Form>
      {result && (
        <ReceiptResult
          t={t}
          locale={locale}
          receipt={result.receipt}
          checked={result.checked}
          comparison={comparison}
          onCompare={() => compareAgain(result.receipt)}
        />
      )}
    </section>
  );
}
