import './verify.css';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { ChainPart } from './ChainPart';
import { DayPart } from './DayPart';
import { ReceiptPart } from './ReceiptPart';
import type { Receipt } from './receipt';

interface Props extends IslandProps {
  t: Dictionary['verify'];
}

/** Checks receipts, whole days and seals in the browser, against what the site publishes. */
export default function Verify({ t, errors, locale }: Props) {
  const [receipt, setReceipt] = useState<Receipt>();
  const [canHash, setCanHash] = useState(true);
  // Only secure contexts have it: an address by https, or this machine's own.
  useEffect(() => setCanHash(Boolean(globalThis.crypto?.subtle)), []);
  return (
    <>
      {!canHash && <Notice kind="error">{t.noCrypto}</Notice>}
      <ReceiptPart t={t} locale={locale} onRead={setReceipt} />
      <DayPart t={t} errors={errors} locale={locale} receipt={receipt} />
      <ChainPart t={t} errors={errors} locale={locale} />
    </>
  );
}
