import { useRef, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { drawInvitations } from './api';
import { drawOf, mostInvitations, sizeOf, type Target } from './strata';

interface Props extends IslandProps {
  t: Dictionary['waves']['draws'];
  waveId: string;
  targets: Target[];
}

/** Draws invitations: some for each answer aimed at, or just so many where nothing is aimed at. */
export default function DrawInvitations({ t, errors, locale, waveId, targets }: Props) {
  const isByTarget = targets.length > 0;
  const [times, setTimes] = useState(isByTarget ? '3' : '100');
  // Pressing again after a lost answer is the same draw.
  const id = useRef(crypto.randomUUID());
  const { busy, problem, run } = useTask();
  const draw = drawOf(targets, Number(times.replace(/\D/g, '')));
  const count = sizeOf(draw);
  const isPossible = count > 0 && count <= mostInvitations;
  const send = () =>
    run(async () => {
      await drawInvitations(await browserClient(), id.current, waveId, draw);
      location.reload();
    });
  return (
    <Form onSubmit={() => isPossible && send()}>
      <Field
        label={isByTarget ? t.times : t.count}
        hint={isByTarget ? t.timesHint : t.countHint}
        problem={
          count > mostInvitations ? fill(t.tooMany, { count, limit: mostInvitations }) : undefined
        }
      >
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            autocomplete="off"
            value={times}
            onInput={(event) => {
              setTimes(event.currentTarget.value);
              id.current = crypto.randomUUID();
            }}
          />
        )}
      </Field>
      {isPossible && <p role="status">{fill(t.total, { count })}</p>}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <div class="actions">
        <button class="button" type="submit" disabled={busy || !isPossible}>
          {busy ? t.sending : t.button}
        </button>
      </div>
    </Form>
  );
}
