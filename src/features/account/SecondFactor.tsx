import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { Form } from '../../components/Form';
import { ProblemNotice } from '../../components/ProblemNotice';
import type { Dictionary } from '../../i18n/zh-CN';
import { type IslandProps, safeNext } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { useTask } from '../../lib/use-task';
import {
  type Enrolment,
  proveFactor,
  removeFactor,
  type SecondFactor as State,
  startEnrolment,
} from './second-factor';

interface Props extends IslandProps {
  t: Dictionary['account']['secondFactor'];
  state: State;
}

/** Sets up an authenticator app, and proves with it who signed in. For staff. */
export default function SecondFactor({ t, errors, locale, state }: Props) {
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [code, setCode] = useState('');
  const { busy, problem, run } = useTask();
  const factorId = enrolment?.factorId ?? state.factorId;

  /** Back to the page that asked for it, or this one anew. */
  const goOn = () => {
    const next = new URLSearchParams(location.search).get('next');
    location.assign(safeNext(next, location.pathname));
  };
  const start = () => run(async () => setEnrolment(await startEnrolment(await browserClient())));
  const prove = () =>
    run(async () => {
      if (!factorId) return;
      await proveFactor(await browserClient(), factorId, code.replace(/\s/g, ''));
      goOn();
    });
  const remove = () =>
    run(async () => {
      if (!factorId) return;
      await removeFactor(await browserClient(), factorId);
      goOn();
    });

  const said = problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />;
  if (state.isProved) {
    return (
      <Form onSubmit={remove}>
        <p>{t.proved}</p>
        {said}
        <button class="button quiet" type="submit" disabled={busy}>
          {t.remove}
        </button>
      </Form>
    );
  }
  if (!factorId) {
    return (
      <Form onSubmit={start}>
        <p>{t.none}</p>
        {said}
        <button class="button quiet" type="submit" disabled={busy}>
          {t.start}
        </button>
      </Form>
    );
  }
  return (
    <Form onSubmit={prove}>
      {enrolment ? (
        <>
          <p>{t.scan}</p>
          <img class="second-factor-picture" src={enrolment.picture} alt={t.picture} />
          <p>
            {t.secret} <code translate={false}>{enrolment.secret}</code>
          </p>
        </>
      ) : (
        <p>{t.enrolled}</p>
      )}
      <Field label={t.code} hint={t.codeHint}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            autocomplete="one-time-code"
            required
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      {said}
      <button class="button" type="submit" disabled={busy}>
        {t.prove}
      </button>
    </Form>
  );
}
