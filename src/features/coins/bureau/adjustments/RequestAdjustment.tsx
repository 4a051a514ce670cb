import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { draftStore } from '../../../../lib/draft';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { requestAdjustment, type Wish } from './api';

interface Props extends IslandProps {
  t: Dictionary['coinsDesk']['adjustments'];
}

const drafts = draftStore<Wish>('adjustment');
const newWish = (): Wish => ({ id: crypto.randomUUID(), email: '', change: '', reason: '' });

/** The form in which an administrator asks for an adjustment; kept until it has gone through. */
export default function RequestAdjustment({ t, errors, locale }: Props) {
  const [wish, setWish] = useState<Wish>({ id: '', email: '', change: '', reason: '' });
  const [isSent, setIsSent] = useState(false);
  const { busy, problem, run } = useTask();

  useEffect(() => setWish(drafts.read() ?? newWish()), []);
  const keep = (change: Partial<Wish>) => {
    const next = { ...wish, ...change };
    setWish(next);
    setIsSent(false);
    drafts.write(next);
  };
  const labels: Record<string, string> = { change: t.change, reason: t.reason };
  const send = () =>
    run(async () => {
      await namingFields(
        (field) => labels[field] ?? field,
        async () => requestAdjustment(await browserClient(), wish),
      );
      drafts.clear();
      setWish(newWish());
      setIsSent(true);
    });

  return (
    <Form onSubmit={send}>
      <Field label={t.email}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            autocomplete="off"
            value={wish.email}
            onInput={(event) => keep({ email: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.change} hint={t.changeHint}>
        {(ids) => (
          <input
            {...ids}
            maxLength={8}
            autocomplete="off"
            value={wish.change}
            onInput={(event) => keep({ change: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.reason} hint={t.reasonHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={300}
            value={wish.reason}
            onInput={(event) => keep({ reason: event.currentTarget.value })}
          />
        )}
      </Field>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      {isSent && (
        <Notice kind="success" focus>
          <p>{t.sent}</p>
          <p>
            <a href={pathIn(locale, '/bureau/adjustments/')}>{t.toList}</a>
          </p>
        </Notice>
      )}
      <button class="button" type="submit" disabled={busy}>
        {t.send}
      </button>
    </Form>
  );
}
