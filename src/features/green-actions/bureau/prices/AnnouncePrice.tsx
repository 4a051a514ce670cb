import { useEffect, useMemo, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { Enums } from '../../../../lib/database.types';
import { formatDay } from '../../../../lib/dates';
import { draftStore } from '../../../../lib/draft';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { changeLine, changesOf, type Price, type PriceWords } from '../../prices/price';
import { announcePrice } from './api';
import { PriceNumbers } from './PriceNumbers';
import { draftFrom, type PriceDraft, proofsFrom } from './price-draft';

interface Props extends IslandProps {
  t: PriceWords;
  words: Dictionary['prices']['desk'];
  code: string;
  /** The price that is announced last, which the next one changes. */
  last: Price;
  /** The first day (YYYY-MM-DD) a price can be announced for. */
  earliest: string;
  /** Where to go when it is announced. */
  done: string;
}

/** The form for the next price of an action, with how residents will read it. */
export default function AnnouncePrice(props: Props) {
  const { t, words, errors, locale, code, last, earliest, done } = props;
  const fresh = draftFrom(last, earliest);
  const drafts = useMemo(() => draftStore<PriceDraft>(`price:${code}`, true), [code]);
  const [draft, setDraft] = useState(fresh);
  const [isRestored, setIsRestored] = useState(false);
  const { busy, problem, setProblem, run } = useTask();

  useEffect(() => {
    const kept = drafts.read();
    if (!kept) return;
    setDraft({ ...fresh, ...kept });
    setIsRestored(true);
  }, [drafts]);

  const set = <Name extends keyof PriceDraft>(name: Name, value: PriceDraft[Name]) => {
    const next = { ...draft, [name]: value };
    // A photo that nobody looks at proves nothing.
    if (next.proof === 'photo' || next.proof === 'feedback') next.review = 'moderator';
    setDraft(next);
    drafts.write(next);
    setProblem(undefined);
  };
  const startAfresh = () => {
    drafts.clear();
    setDraft(fresh);
    setIsRestored(false);
  };
  const announce = () =>
    run(() =>
      namingFields(
        (field) => words.fields[field as keyof typeof words.fields] ?? field,
        async () => {
          await announcePrice(await browserClient(), code, draft);
          drafts.clear();
          location.assign(done);
        },
      ),
    );

  const isChanged = changesOf(last, draft, t).length > 0;
  return (
    <Form onSubmit={announce}>
      {isRestored && (
        <Notice kind="info">
          <p>{words.restored}</p>
          <button class="button quiet" type="button" onClick={startAfresh}>
            {words.discard}
          </button>
        </Notice>
      )}
      <Field
        label={words.fields.valid_from}
        hint={fill(words.earliest, { day: formatDay(earliest, locale) })}
      >
        {(ids) => (
          <input
            {...ids}
            type="date"
            min={earliest}
            value={draft.valid_from}
            onInput={(event) => set('valid_from', event.currentTarget.value)}
          />
        )}
      </Field>
      <PriceNumbers labels={words.fields} draft={draft} onChange={set} />
      <Field label={words.fields.proof}>
        {(ids) => (
          <select
            {...ids}
            value={draft.proof}
            onChange={(event) => set('proof', event.currentTarget.value as Enums<'action_proof'>)}
          >
            {proofsFrom(last.proof).map((proof) => (
              <option value={proof} key={proof}>
                {t.act.proof[proof]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.fields.review}>
        {(ids) => (
          <select
            {...ids}
            value={draft.review}
            disabled={draft.proof === 'photo' || draft.proof === 'feedback'}
            onChange={(event) => set('review', event.currentTarget.value as Enums<'action_review'>)}
          >
            {Object.entries(t.act.review).map(([review, label]) => (
              <option value={review} key={review}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['note_zh', 'note_en'] as const).map((name) => (
        <Field label={words.fields[name]} hint={words.noteHint} key={name}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={300}
              lang={name === 'note_en' ? 'en' : 'zh-CN'}
              value={draft[name]}
              onInput={(event) => set(name, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
      <Notice kind="info">
        <p class="soft">{words.preview}</p>
        <p>{isChanged && draft.valid_from ? changeLine(last, draft, t, locale) : words.same}</p>
      </Notice>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <div class="actions">
        <button class="button" type="submit" disabled={busy}>
          {busy ? words.announcing : words.announce}
        </button>
      </div>
    </Form>
  );
}
