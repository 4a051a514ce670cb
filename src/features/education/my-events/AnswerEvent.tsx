import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { draftStore } from '../../../lib/draft';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { answerEvent, type EventAnswer } from '../registration/api';

interface Props extends IslandProps {
  t: Dictionary['registration']['answer'];
  registrationId: string;
}

/** Three questions after a session: two numbers and, if one likes, a few words. */
export default function AnswerEvent({ t, errors, locale, registrationId }: Props) {
  const store = useRef(draftStore<Partial<EventAnswer>>(`answer:${registrationId}`, true));
  const [draft, setDraft] = useState<Partial<EventAnswer>>({});
  const [isMissing, setIsMissing] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const { busy, problem, run } = useTask();
  useEffect(() => setDraft(store.current.read() ?? {}), []);

  const change = (part: Partial<EventAnswer>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setIsMissing(false);
    store.current.write(next);
  };
  const send = () =>
    run(async () => {
      const { worth, learnt, words = '' } = draft;
      if (!worth || !learnt) return setIsMissing(true);
      await answerEvent(await browserClient(), registrationId, { worth, learnt, words });
      store.current.clear();
      setIsDone(true);
    });

  if (isDone) {
    return (
      <Notice kind="success" focus>
        {t.done}
      </Notice>
    );
  }
  return (
    <details>
      <summary>{t.heading}</summary>
      <Form onSubmit={send}>
        <p class="soft">{t.lead}</p>
        {(['worth', 'learnt'] as const).map((part) => (
          <fieldset class="plain stack" key={part}>
            <legend>
              <strong>{t[part]}</strong>
            </legend>
            <div class="actions">
              {[1, 2, 3, 4, 5].map((value) => (
                <label class="choice" key={value}>
                  <input
                    type="radio"
                    name={`${part}-${registrationId}`}
                    value={value}
                    checked={draft[part] === value}
                    onChange={() => change({ [part]: value })}
                  />
                  {value}
                  {value === 1 && <span class="soft">{t[`${part}Low`]}</span>}
                  {value === 5 && <span class="soft">{t[`${part}High`]}</span>}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Field label={t.words} hint={t.wordsHint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={500}
              value={draft.words ?? ''}
              onInput={(event) => change({ words: event.currentTarget.value })}
            />
          )}
        </Field>
        {isMissing && <Notice kind="error">{t.missing}</Notice>}
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        <button class="button" type="submit" disabled={busy}>
          {busy ? t.sending : t.send}
        </button>
      </Form>
    </details>
  );
}
