import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';

interface Props extends IslandProps {
  t: Dictionary['feedback'];
  confirm: () => Promise<void>;
  reopen: (words: string) => Promise<void>;
}

/** The reporter says whether the matter is settled, or what is missing. */
export function Settle({ t, errors, locale, confirm, reopen }: Props) {
  const [isReopening, setIsReopening] = useState(false);
  const [words, setWords] = useState('');
  const { busy, problem, run } = useTask();
  return (
    <section class="stack">
      <h3>{t.track.settled}</h3>
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
      {isReopening ? (
        <Form onSubmit={() => run(() => reopen(words))}>
          <Field label={t.track.reopenWords} hint={t.track.reopenHint}>
            {(ids) => (
              <textarea
                {...ids}
                rows={4}
                maxLength={500}
                value={words}
                onInput={(event) => setWords(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="actions">
            <button class="button" type="submit" disabled={busy}>
              {t.track.reopenSend}
            </button>
            <button class="button quiet" type="button" onClick={() => setIsReopening(false)}>
              {t.track.cancel}
            </button>
          </div>
        </Form>
      ) : (
        <div class="actions">
          <button class="button" type="button" disabled={busy} onClick={() => run(confirm)}>
            {t.track.confirm}
          </button>
          <button class="button quiet" type="button" onClick={() => setIsReopening(true)}>
            {t.track.reopen}
          </button>
        </div>
      )}
    </section>
  );
}
