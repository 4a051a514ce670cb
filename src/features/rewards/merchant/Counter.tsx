import './counter.css';
import { useState } from 'preact/hooks';
import { ScanCode } from '../../../components/ScanCode';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { displayCode, isWellFormed, normalizeCode } from '../voucher-code';
import { SaidLast } from './SaidLast';
import { TakenToday } from './TakenToday';
import { TypeCode } from './TypeCode';
import { type CounterAccess, type ListedVoucher, useCounter } from './use-counter';

interface Props extends IslandProps {
  t: Dictionary['merchant'];
  /** Keeps what waits for an answer here from what waits at another counter on this device. */
  name: string;
  access: CounterAccess;
  takenToday: ListedVoucher[];
}

const ways = ['type', 'scan'] as const;

/** Takes vouchers by camera or by code, says what each came to, and lists today's. */
export function Counter({ t, errors, locale, name, access, takenToday }: Props) {
  const [way, setWay] = useState<(typeof ways)[number]>('type');
  const [isForeign, setIsForeign] = useState(false);
  const counter = useCounter(name, access, takenToday);

  const take = (text: string) => {
    setIsForeign(!isWellFormed(text));
    if (isWellFormed(text)) counter.take(normalizeCode(text));
  };
  return (
    <div class="stack counter">
      <fieldset class="plain ways">
        <legend class="hidden-visually">{t.ways}</legend>
        {ways.map((one) => (
          <button
            class="button quiet"
            type="button"
            key={one}
            aria-pressed={way === one}
            onClick={() => setWay(one)}
          >
            {t[one]}
          </button>
        ))}
      </fieldset>
      {way === 'scan' ? (
        <ScanCode t={t.camera} onText={take} />
      ) : (
        <TypeCode t={t} locale={locale} isAsking={counter.isAsking} onCode={take} />
      )}
      {isForeign ? (
        <p class="said" data-tone="no" role="alert">
          {t.notVoucher}
        </p>
      ) : (
        <SaidLast t={t} errors={errors} locale={locale} said={counter.said} />
      )}
      {counter.waiting.length > 0 && !counter.isAsking && (
        <section class="stack">
          <h2>{fill(t.waiting, { count: counter.waiting.length })}</h2>
          <ul class="waiting">
            {counter.waiting.map((taking) => (
              <li key={taking.key}>
                <span translate={false}>{displayCode(taking.code)}</span>
                <button class="button quiet" type="button" onClick={() => counter.forget(taking)}>
                  {t.forget}
                </button>
              </li>
            ))}
          </ul>
          <button class="button" type="button" onClick={counter.askAgain}>
            {t.askAgain}
          </button>
        </section>
      )}
      <TakenToday t={t} locale={locale} list={counter.list} />
    </div>
  );
}
