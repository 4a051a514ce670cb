import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { cancelRegistration, confirmOffer, type Standing } from './api';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  registration: Pick<Standing, 'id' | 'status'>;
  /** Called after it was confirmed or cancelled. */
  onChange: (did: 'confirmed' | 'cancelled') => void;
}

/** Confirming an offer and cancelling, which asks once more. */
export function RegistrationActions({ t, errors, locale, registration, onChange }: Props) {
  const [asks, setAsks] = useState(false);
  const { busy, problem, run } = useTask();
  const id = registration.id ?? '';
  const confirm = () =>
    run(async () => {
      await confirmOffer(await browserClient(), id);
      onChange('confirmed');
    });
  const cancel = () =>
    run(async () => {
      await cancelRegistration(await browserClient(), id);
      onChange('cancelled');
    });
  return (
    <Form>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {asks && (
        <Notice kind="info" focus>
          {t.mine.cancelAsk}
        </Notice>
      )}
      <div class="actions no-print">
        {registration.status === 'offered' && !asks && (
          <button class="button" type="button" disabled={busy} onClick={confirm}>
            {busy ? t.mine.confirming : t.mine.confirm}
          </button>
        )}
        {asks ? (
          <>
            <button class="button danger" type="button" disabled={busy} onClick={cancel}>
              {busy ? t.mine.cancelling : t.mine.cancelYes}
            </button>
            <button class="button quiet" type="button" onClick={() => setAsks(false)}>
              {t.mine.cancelNo}
            </button>
          </>
        ) : (
          <button class="button quiet" type="button" disabled={busy} onClick={() => setAsks(true)}>
            {t.mine.cancel}
          </button>
        )}
      </div>
    </Form>
  );
}
