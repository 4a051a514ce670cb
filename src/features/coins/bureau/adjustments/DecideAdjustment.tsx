import { useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { decideAdjustment } from './api';

interface Props extends IslandProps {
  t: Dictionary['coinsDesk']['adjustments'];
  id: string;
  /** Coins with their sign. */
  change: string;
}

/** Approves or refuses what another administrator asked for; the page then shows what was decided. */
export default function DecideAdjustment({ t, errors, locale, id, change }: Props) {
  const [note, setNote] = useState('');
  const { busy, problem, run } = useTask();
  const decide = (approve: boolean) =>
    run(async () => {
      await namingFields(
        (field) => (field === 'note' ? t.note : t.approveField),
        async () => decideAdjustment(await browserClient(), id, approve, note),
      );
      location.reload();
    });

  return (
    <Form>
      <Field label={t.note} hint={t.noteHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={300}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      <div class="actions">
        <button class="button" type="button" disabled={busy} onClick={() => decide(true)}>
          {fill(t.approve, { change })}
        </button>
        <button class="button danger" type="button" disabled={busy} onClick={() => decide(false)}>
          {t.reject}
        </button>
      </div>
    </Form>
  );
}
