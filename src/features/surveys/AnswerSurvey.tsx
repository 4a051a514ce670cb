import { useEffect, useRef, useState } from 'preact/hooks';
import { Form } from '../../components/Form';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import { inLocale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { draftStore } from '../../lib/draft';
import { problemText } from '../../lib/errors';
import { type IslandProps, signInAddress } from '../../lib/island';
import { useTask } from '../../lib/use-task';
import type { QuestionOf } from './questionnaire/schema';
import { sendAnswer } from './send';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  waveId: string;
  questions: QuestionOf<'single'>[];
}

type Draft = Record<string, string>;

export default function AnswerSurvey({ t, errors, locale, waveId, questions }: Props) {
  const store = useRef(draftStore<Draft>(`survey:${waveId}`, true));
  const [answers, setAnswers] = useState<Draft>({});
  const [step, setStep] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const { busy, problem, run } = useTask();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);

  useEffect(() => setAnswers(store.current.read() ?? {}), []);
  useEffect(() => {
    // A new screen begins at its heading, except the very first, where the page begins.
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);

  const choose = (id: string, choice: string) => {
    const next = { ...answers, [id]: choice };
    setAnswers(next);
    setIsMissing(false);
    store.current.write(next);
  };
  const goTo = (target: number) => {
    setIsMissing(false);
    setStep(target);
  };
  const send = () =>
    run(async () => {
      await sendAnswer(waveId, answers, {});
      store.current.clear();
      setIsDone(true);
    });

  if (isDone) {
    return (
      <div class="stack">
        <Notice kind="success" focus>
          <p>{t.done}</p>
          <p>{t.doneNext}</p>
        </Notice>
        <a class="button" href={pathIn(locale, '/satisfaction/')}>
          {t.seeResult}
        </a>
      </div>
    );
  }

  const question = questions[step];
  if (question) {
    return (
      <Form
        onSubmit={() => {
          if (answers[question.id]) goTo(step + 1);
          else setIsMissing(true);
        }}
      >
        <p class="soft">{fill(t.progress, { step: step + 1, total: questions.length })}</p>
        <progress class="survey-progress" max={questions.length} value={step} aria-hidden="true" />
        {/* Keyed, because radios reused from one question to the next would lose their mark. */}
        <fieldset class="stack plain" key={question.id}>
          <legend>
            <h2 ref={heading} tabIndex={-1}>
              {inLocale(question.text, locale)}
            </h2>
          </legend>
          {question.options.map((option) => (
            <label class="choice" key={option.id}>
              <input
                type="radio"
                name={question.id}
                value={option.id}
                checked={answers[question.id] === option.id}
                onChange={() => choose(question.id, option.id)}
              />
              {inLocale(option, locale)}
            </label>
          ))}
        </fieldset>
        {isMissing && <Notice kind="error">{t.chooseFirst}</Notice>}
        <div class="actions">
          <button class="button" type="submit">
            {step === questions.length - 1 ? t.review : t.next}
          </button>
          {step > 0 && (
            <button class="button quiet" type="button" onClick={() => goTo(step - 1)}>
              {t.back}
            </button>
          )}
        </div>
      </Form>
    );
  }

  return (
    <Form onSubmit={send}>
      <h2 ref={heading} tabIndex={-1}>
        {t.review}
      </h2>
      <ol class="stack">
        {questions.map(({ id, text, options }, index) => (
          <li key={id}>
            <p>{inLocale(text, locale)}</p>
            <p>
              <strong>
                {options
                  .filter((option) => option.id === answers[id])
                  .map((option) => inLocale(option, locale))}
              </strong>{' '}
              <button class="button quiet" type="button" onClick={() => goTo(index)}>
                {t.change}
                <span class="hidden-visually">{index + 1}</span>
              </button>
            </p>
          </li>
        ))}
      </ol>
      {problem && (
        <Notice kind="error">
          <p>{problemText(problem, errors, locale)}</p>
          {problem.code === 'sign_in_first' && (
            <a href={signInAddress(locale, location.pathname)}>{t.signInFirst}</a>
          )}
        </Notice>
      )}
      <div class="actions">
        <button class="button" type="submit" disabled={busy}>
          {busy ? t.sending : t.send}
        </button>
        <button class="button quiet" type="button" onClick={() => goTo(questions.length - 1)}>
          {t.back}
        </button>
      </div>
    </Form>
  );
}
