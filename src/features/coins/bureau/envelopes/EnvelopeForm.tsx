import { useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { coinsTyped, setEnvelope } from './api';

interface Props extends IslandProps {
  t: Dictionary['coinsDesk']['envelopes'];
  year: number;
  /** The code of the action; null for the city. */
  action: string | null;
  /** Coins as set now. */
  before: number;
  /** What the field begins with, in coins. */
  proposed: number;
  /** What else is to be known about the figure. */
  hint: string;
  /** Where to go when it is set. */
  done: string;
}

/** Sets the coins of one envelope; what was typed stays when it is refused. */
export default function EnvelopeForm(props: Props) {
  const { t, errors, locale, year, action, before, proposed, hint, done } = props;
  const [typed, setTyped] = useState(String(proposed));
  const { busy, problem, run } = useTask();
  const send = () =>
    run(async () => {
      const total = coinsTyped(typed);
      await namingFields(
        () => t.total,
        async () => setEnvelope(await browserClient(), { year, action, total, before }),
      );
      location.assign(done);
    });
  return (
    <Form onSubmit={send}>
      <Field label={t.total} hint={hint}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            required
            maxLength={16}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      <button class="button" type="submit" disabled={busy}>
        {busy ? t.saving : t.save}
      </button>
    </Form>
  );
}
