import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import { draftStore } from '../../../lib/draft';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { formatYuan } from '../../../lib/yuan';
import { type Payment, paySettlement } from './api';

interface Props extends IslandProps {
  t: Dictionary['fund']['settlements'];
  due: { merchantId: string; month: string; coins: number; fen: number };
}

/** Records a month as paid, once. */
export default function PaySettlement({ t, errors, locale, due }: Props) {
  const { busy, problem, run } = useTask();
  const [paid, setPaid] = useState<Payment>();
  const pay = () =>
    run(async () => {
      // One id until it has gone through: pressing again after a lost answer is the same payment.
      const store = draftStore<string>(`pay:${due.merchantId}.${due.month}`);
      const id = store.read() ?? crypto.randomUUID();
      store.write(id);
      setPaid(await paySettlement(await browserClient(), { id, ...due }));
      store.clear();
    });
  if (paid) {
    return (
      <Notice kind="success" focus>
        {fill(t.paid, {
          time: formatMoment(paid.paid_at, locale),
          amount: formatYuan(paid.fen, locale),
          rate: formatYuan(paid.fen_per_coin, locale),
        })}
      </Notice>
    );
  }
  return (
    <Form onSubmit={pay}>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <p>{t.payHint}</p>
      <button class="button" type="submit" disabled={busy}>
        {busy ? t.paying : fill(t.pay, { amount: formatYuan(due.fen, locale) })}
      </button>
    </Form>
  );
}
