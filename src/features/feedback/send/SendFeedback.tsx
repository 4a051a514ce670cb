import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { problemText } from '../../../lib/errors';
import { type IslandProps, signInAddress } from '../../../lib/island';
import type { Kind as KindCode } from '../schema';
import { Check } from './Check';
import { Contact } from './Contact';
import { Kind } from './Kind';
import { Photos } from './Photos';
import { type Question, questions, type Words } from './parts';
import { Sent } from './Sent';
import { useReport } from './use-report';
import { Where } from './Where';

interface Props extends IslandProps {
  t: Words;
  towns: Record<string, string>;
  coins: number;
  /** The kind the address asks for. */
  kind?: KindCode | undefined;
}

export default function SendFeedback({ t, errors, locale, towns, coins, kind }: Props) {
  const report = useReport(kind);
  const { draft, change, problem, busy } = report;
  const [step, setStep] = useState(0);
  const [missing, setMissing] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const question: Question = questions[step] ?? 'check';

  useEffect(() => {
    // A new screen begins at its heading, except the very first, where the page begins.
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);

  const goTo = (target: number) => {
    setMissing(undefined);
    setStep(target);
  };
  const advance = () => {
    if (question === 'kind' && !draft?.kind) setMissing(t.send.kindMissing);
    else if (question === 'body' && !draft?.body.trim()) setMissing(t.send.bodyMissing);
    else if (question === 'check') report.send();
    else goTo(step + 1);
  };

  if (report.receipt) {
    return (
      <Sent
        t={t}
        locale={locale}
        receipt={report.receipt}
        missing={busy ? 0 : report.missing}
        isBusy={busy}
        sendPhotos={report.sendRest}
        another={() => {
          report.begin();
          isFirst.current = true;
          setStep(0);
        }}
      />
    );
  }

  const props = { t, locale, draft: report.shown, change };
  return (
    <Form onSubmit={advance}>
      <p class="soft">{fill(t.send.progress, { step: step + 1, total: questions.length })}</p>
      <progress class="survey-progress" max={questions.length} value={step} aria-hidden="true" />
      <fieldset class="stack plain" key={question}>
        <legend>
          <h2 ref={heading} tabIndex={-1}>
            {t.send[question]}
          </h2>
        </legend>
        {question === 'kind' && <Kind {...props} coins={coins} />}
        {question === 'body' && (
          <Field label={t.send.body} hint={t.send.bodyHint}>
            {(ids) => (
              <textarea
                {...ids}
                rows={8}
                maxLength={2000}
                value={props.draft.body}
                onInput={(event) => change({ body: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        {question === 'where' && <Where {...props} towns={towns} />}
        {question === 'photos' && (
          <Photos
            t={t}
            photos={report.photos}
            setPhotos={report.choosePhotos}
            areLost={report.areLost}
          />
        )}
        {question === 'contact' && <Contact {...props} isSignedIn={report.isSignedIn} />}
        {question === 'check' && (
          <Check {...props} towns={towns} goTo={(target) => goTo(questions.indexOf(target))} />
        )}
      </fieldset>
      {missing && <Notice kind="error">{missing}</Notice>}
      {problem && (
        <Notice kind="error">
          <p>{problemText(problem, errors, locale)}</p>
          {problem.code === 'sign_in_first' && (
            <a href={signInAddress(locale, location.pathname)}>{t.send.signIn}</a>
          )}
        </Notice>
      )}
      <div class="actions">
        <button class="button" type="submit" disabled={busy || !draft}>
          {question !== 'check' ? t.send.next : busy ? t.send.sending : t.send.submit}
        </button>
        {step > 0 && (
          <button class="button quiet" type="button" onClick={() => goTo(step - 1)}>
            {t.send.back}
          </button>
        )}
      </div>
      <p class="soft">{t.send.kept}</p>
    </Form>
  );
}
