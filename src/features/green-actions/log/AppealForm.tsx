import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { draftStore } from '../../../lib/draft';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { appealDecision } from './api';

interface Props extends IslandProps {
  t: Dictionary['moderation']['log'];
  id: string;
}

/** The one appeal against a rejection: what is written stays on the device until it has been sent. */
export default function AppealForm({ t, errors, locale, id }: Props) {
  const store = useRef(draftStore<string>(`appeal:${id}`));
  const [text, setText] = useState('');
  const { busy, problem, setProblem, run } = useTask();
  useEffect(() => setText(store.current.read() ?? ''), []);

  const send = () =>
    run(async () => {
      await appealDecision(await browserClient(), id, text);
      store.current.clear();
      location.reload();
    });
  const isMissing = problem?.code === 'appeal_missing';
  return (
    <Form onSubmit={send}>
      <Field
        label={t.appealText}
        hint={t.appealHintText}
        problem={isMissing ? problemText(problem, errors, locale) : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            maxLength={500}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              store.current.write(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
      {problem && !isMissing && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <button class="button" type="submit" disabled={busy}>
        {busy ? t.sending : t.send}
      </button>
    </Form>
  );
}
