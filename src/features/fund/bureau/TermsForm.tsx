import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { setTerms, type Terms } from './api';

interface Props extends IslandProps {
  t: Dictionary['fund']['desk'];
  terms: Terms;
}

/** Sets what the fund pays for a coin, and when the console warns. */
export default function TermsForm({ t, errors, locale, terms }: Props) {
  const [seen, setSeen] = useState(terms);
  const [fen, setFen] = useState(terms.fenPerCoin?.toString() ?? '');
  const [warn, setWarn] = useState(`${terms.warnPercent}`);
  const [isSaved, setIsSaved] = useState(false);
  const { busy, problem, run } = useTask();
  const save = () =>
    run(async () => {
      setIsSaved(false);
      // What is no number is sent as one that is refused.
      const numberOf = (text: string) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : 0);
      const next = {
        fenPerCoin: fen.trim() === '' ? null : numberOf(fen),
        warnPercent: numberOf(warn),
      };
      await setTerms(await browserClient(), next, seen);
      setSeen(next);
      setIsSaved(true);
    });
  const fields = [
    { label: t.fenPerCoin, hint: t.fenPerCoinHint, value: fen, write: setFen },
    { label: t.warnPercent, hint: t.warnPercentHint, value: warn, write: setWarn },
  ];
  return (
    <Form onSubmit={save}>
      {fields.map(({ label, hint, value, write }) => (
        <Field label={label} hint={hint} key={label}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              value={value}
              onInput={(event) => {
                setIsSaved(false);
                write(event.currentTarget.value);
              }}
            />
          )}
        </Field>
      ))}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {isSaved && <Notice kind="success">{t.saved}</Notice>}
      <div class="actions">
        <button class="button" type="submit" disabled={busy}>
          {busy ? t.saving : t.saveTerms}
        </button>
      </div>
    </Form>
  );
}
