import { useState } from 'preact/hooks';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { withdrawPrice } from './api';

interface Props extends IslandProps {
  t: Dictionary['prices']['desk'];
  code: string;
  /** The day (YYYY-MM-DD) of the price. */
  day: string;
  /** Where to go when it is withdrawn. */
  done: string;
}

/** Takes an announced price back, after asking once. */
export default function WithdrawPrice({ t, errors, locale, code, day, done }: Props) {
  const [isAsked, setIsAsked] = useState(false);
  const { busy, problem, run } = useTask();
  const withdraw = () =>
    run(async () => {
      await withdrawPrice(await browserClient(), code, day);
      location.assign(done);
    });
  return (
    <Form>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {isAsked ? (
        <>
          <p role="status">{t.withdrawLead}</p>
          <div class="actions">
            <button class="button danger" type="button" disabled={busy} onClick={withdraw}>
              {busy ? t.withdrawing : t.withdrawSure}
            </button>
            <button class="button quiet" type="button" onClick={() => setIsAsked(false)}>
              {t.keep}
            </button>
          </div>
        </>
      ) : (
        <button class="button quiet" type="button" onClick={() => setIsAsked(true)}>
          {t.withdraw}
        </button>
      )}
    </Form>
  );
}
