import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { saveMargins } from './api';
import { marginLines } from './margin-lines';

interface Props extends IslandProps {
  t: Pick<
    Dictionary['satisfaction']['desk'],
    'rows' | 'rowsHint' | 'source' | 'asOf' | 'save' | 'saved'
  >;
  /** What is there now, as lines. */
  text: string;
  source: string;
  asOf: string;
}

/** The margins of the population as lines, all of which are saved at once. */
export default function MarginsForm({ t, errors, locale, ...now }: Props) {
  const [text, setText] = useState(now.text);
  const [source, setSource] = useState(now.source);
  const [asOf, setAsOf] = useState(now.asOf);
  const [isSaved, setIsSaved] = useState(false);
  const { busy, problem, run } = useTask();
  const save = () =>
    run(async () => {
      setIsSaved(false);
      await namingFields(
        (field) => (field === 'source' ? t.source : t.asOf),
        async () => saveMargins(await browserClient(), marginLines(text), source, asOf),
      );
      setIsSaved(true);
    });

  return (
    <Form onSubmit={save}>
      <Field label={t.rows} hint={t.rowsHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={22}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.source}>
        {(ids) => (
          <input
            {...ids}
            maxLength={200}
            value={source}
            onInput={(event) => setSource(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.asOf}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={asOf}
            onInput={(event) => setAsOf(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      {isSaved && (
        <Notice kind="success" focus>
          <p>{t.saved}</p>
        </Notice>
      )}
      <button class="button" type="submit" disabled={busy}>
        {t.save}
      </button>
    </Form>
  );
}
