import './answering.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { colonIn, inLocale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { problemText } from '../../../lib/errors';
import { type IslandProps, signInAddress } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';
import { keepAsked, questionsAsked } from '../questionnaire/asked';
import { type AnswerFault, checkAnswer } from '../questionnaire/check-answers';
import { optionsInOrder } from '../questionnaire/order';
import type { Answer, Answers, Question, Questionnaire } from '../questionnaire/schema';
import { isBlank } from '../questionnaire/text';
import type { Strata } from '../strata';
import { AnswerField } from './AnswerField';
import { answerLines, linesToRead, strataWords } from './answer-words';
import { ReadAloud } from './ReadAloud';
import { StrataFields } from './StrataFields';
import { newSheet, type Place, type Sheet, type sheetStore } from './sheet';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  content: Questionnaire;
  /** Where the sheet is kept until it has been sent; nowhere in a preview. */
  store?: ReturnType<typeof sheetStore>;
  send: (answers: Answers, strata: Strata) => Promise<void>;
  onSent: () => void;
}

/** A questionnaire to be answered: one question a screen, what its person states of themselves, a look over it all. */
export function Answering({ t, errors, locale, content, store, send, onSent }: Props) {
  const [sheet, setSheet] = useState<Sheet>({ seed: '', answers: {}, strata: {} });
  const [fault, setFault] = useState<AnswerFault>();
  const { busy, problem, run } = useTask();
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);

  // Only on the device is it known what was begun, and how options are shuffled.
  useEffect(() => setSheet(store?.read() ?? newSheet()), [store]);
  const write = (changes: Partial<Sheet>) => {
    // Whoever goes on writing has not handed it in.
    const { isWaiting: _, ...kept } = sheet;
    const next = { ...kept, ...changes };
    setSheet(next);
    store?.write(next);
  };

  const { answers, strata } = sheet;
  const questions = questionsAsked(content, answers);
  const places: Place[] = [...questions.map(({ id }) => ({ question: id })), 'strata', 'review'];
  const isAt = (place: Place) => JSON.stringify(place) === JSON.stringify(sheet.at);
  const step = Math.max(0, places.findIndex(isAt));
  const place = places[step];
  const question = questions[step];

  useEffect(() => {
    // A new screen begins at its heading, except the very first, where the page begins.
    if (hasMoved.current) heading.current?.focus();
  }, [step]);
  const goTo = (target: number) => {
    hasMoved.current = true;
    setFault(undefined);
    write({ at: places[target] ?? 'review' });
  };
  const answerWith = ({ id }: Question, answer: Answer | undefined) => {
    setFault(undefined);
    const { [id]: _, ...rest } = answers;
    write({ answers: answer === undefined ? rest : { ...rest, [id]: answer } });
  };
  const leaveQuestion = (current: Question) => {
    const answer = answers[current.id];
    // Blanks alone are no answer.
    const given = typeof answer === 'string' && isBlank(answer) ? undefined : answer;
    const found = checkAnswer(current, given);
    if (found) return setFault(found);
    hasMoved.current = true;
    setFault(undefined);
    const { [current.id]: _, ...rest } = answers;
    const kept = keepAsked(content, given === undefined ? rest : { ...rest, [current.id]: given });
    const after = questionsAsked(content, kept);
    const next = after[after.findIndex(({ id }) => id === current.id) + 1];
    write({ answers: kept, at: next ? { question: next.id } : 'strata' });
  };

  const handIn = () =>
    run(async () => {
      // Only what was asked counts, in case an earlier answer was changed.
      await send(keepAsked(content, answers), strata);
      store?.clear();
      onSent();
    });
  const isOffline = problem?.code === 'offline';
  useEffect(() => {
    if (!sheet.isWaiting) return;
    if (problem && !isOffline) return write({});
    // Also after the page was closed: it comes back only with a network.
    if (navigator.onLine && !busy && !problem) handIn();
    addEventListener('online', handIn);
    // A network that is said to be there may yet lose the first try.
    const timer = setInterval(() => navigator.onLine && isOffline && !busy && handIn(), 5_000);
    return () => {
      removeEventListener('online', handIn);
      clearInterval(timer);
    };
  });

  const backButton = step > 0 && (
    <button class="button quiet" type="button" onClick={() => goTo(step - 1)}>
      {t.back}
    </button>
  );

  if (question) {
    const section = content.sections.find(({ questions }) =>
      questions.some(({ id }) => id === question.id),
    );
    const faultText = fault && faultTextOf(fault, question, t);
    return (
      <Form onSubmit={() => leaveQuestion(question)}>
        <p class="soft">
          {section && inLocale(section.title, locale)}
          <br />
          {fill(t.progress, { step: step + 1, total: questions.length })}
        </p>
        <progress class="survey-progress" max={questions.length} value={step} aria-hidden="true" />
        {/* Keyed, because controls reused from one question to the next would lose their mark. */}
        <fieldset class="stack plain" key={question.id}>
          <legend>
            <h2 ref={heading} tabIndex={-1}>
              {inLocale(question.text, locale)}
            </h2>
          </legend>
          {question.hint && <p class="soft">{inLocale(question.hint, locale)}</p>}
          {!question.required && <p class="soft">{t.mayBeSkipped}</p>}
          <ReadAloud
            lines={linesToRead(question, optionsInOrder(question, sheet.seed), locale)}
            locale={locale}
            words={t}
          />
          <AnswerField
            question={question}
            answer={answers[question.id]}
            onAnswer={(answer) => answerWith(question, answer)}
            seed={sheet.seed}
            locale={locale}
            t={t}
          />
        </fieldset>
        {faultText && <Notice kind="error">{faultText}</Notice>}
        <div class="actions">
          <button class="button" type="submit">
            {t.next}
          </button>
          {backButton}
        </div>
      </Form>
    );
  }

  if (place === 'strata') {
    return (
      <Form onSubmit={() => goTo(step + 1)}>
        <h2 ref={heading} tabIndex={-1}>
          {t.strata}
        </h2>
        <p class="soft">{t.strataWhy}</p>
        <StrataFields
          strata={strata}
          onState={(stated) => write({ strata: stated })}
          locale={locale}
          t={t}
        />
        <div class="actions">
          <button class="button" type="submit">
            {t.review}
          </button>
          {backButton}
        </div>
      </Form>
    );
  }

  return (
    <Form
      onSubmit={() => {
        write({ isWaiting: true });
        handIn();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t.review}
      </h2>
      <ol class="stack">
        {questions.map((one, index) => (
          <li key={one.id}>
            <p>{inLocale(one.text, locale)}</p>
            {answerLines(one, answers[one.id], locale, t).map((line) => (
              <p key={line}>
                <strong>{line}</strong>
              </p>
            ))}
            <button class="button quiet" type="button" onClick={() => goTo(index)}>
              {t.change}
              <span class="hidden-visually">{index + 1}</span>
            </button>
          </li>
        ))}
      </ol>
      <p>
        {t.aboutYou}
        {colonIn(locale)}
        <strong>{strataWords(strata, locale, t)}</strong>
      </p>
      <button class="button quiet" type="button" onClick={() => goTo(step - 1)}>
        {t.changeStrata}
      </button>
      {isOffline && (
        <Notice kind="info">
          <p>{t.waiting}</p>
        </Notice>
      )}
      {problem && !isOffline && (
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
        {backButton}
      </div>
    </Form>
  );
}

/** What has to change before the next question. What the controls do not let happen is missing to the person. */
function faultTextOf(fault: AnswerFault, question: Question, t: Dictionary['survey']): string {
  const { faults } = t;
  switch (fault) {
    case 'too_many':
      return fill(faults.too_many, {
        count: (question.kind === 'multiple' && question.at_most) || 0,
      });
    case 'out_of_range':
      return question.kind === 'number'
        ? fill(faults.out_of_range, { min: question.min, max: question.max })
        : faults.missing;
    case 'too_long':
      return fill(faults.too_long, { longest: question.kind === 'text' ? question.longest : 0 });
    case 'wrong_kind':
      return faults.wrong_kind;
    default:
      return offersDontKnow(question) ? faults.missing : faults.missingWords;
  }
}

const offersDontKnow = (question: Question): boolean =>
  question.kind === 'scale'
    ? question.dont_know
    : 'options' in question && question.options.some(({ dont_know }) => dont_know);
