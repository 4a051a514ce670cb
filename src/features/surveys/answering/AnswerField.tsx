import { Field } from '../../../components/Field';
import { fill } from '../../../i18n/fill';
import { inLocale, type Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { optionsInOrder } from '../questionnaire/order';
import type { Answer, Option, Question, QuestionOf } from '../questionnaire/schema';

interface Props<Kind extends Question['kind'] = Question['kind']> {
  question: QuestionOf<Kind>;
  answer: Answer | undefined;
  /** Undefined takes an answer back. */
  onAnswer: (answer: Answer | undefined) => void;
  seed: string;
  locale: Locale;
  t: Dictionary['survey'];
}

interface ChoiceProps {
  kind: 'radio' | 'checkbox';
  name: string;
  label: string;
  isChosen: boolean;
  onChange: () => void;
}

const Choice = ({ kind, name, label, isChosen, onChange }: ChoiceProps) => (
  <label class="choice">
    <input type={kind} name={name} checked={isChosen} onChange={onChange} />
    {label}
  </label>
);

const Single = ({ question, answer, onAnswer, seed, locale }: Props<'single'>) => (
  <>
    {optionsInOrder(question, seed).map((option) => (
      <Choice
        key={option.id}
        kind="radio"
        name={question.id}
        label={inLocale(option, locale)}
        isChosen={answer === option.id}
        onChange={() => onAnswer(option.id)}
      />
    ))}
  </>
);

function Multiple({ question, answer, onAnswer, seed, locale, t }: Props<'multiple'>) {
  const chosen = Array.isArray(answer) ? answer : [];
  const dontKnow = question.options.find(({ dont_know }) => dont_know)?.id;
  const toggle = ({ id, dont_know }: Option) => {
    // “Don't know” stands alone: it takes the others' place, and they take its.
    const others = dont_know ? [] : chosen.filter((one) => one !== id && one !== dontKnow);
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...others, id];
    onAnswer(next.length > 0 ? next : undefined);
  };
  return (
    <>
      <p class="soft">
        {question.at_most ? fill(t.chooseAtMost, { count: question.at_most }) : t.chooseSeveral}
      </p>
      {optionsInOrder(question, seed).map((option) => (
        <Choice
          key={option.id}
          kind="checkbox"
          name={question.id}
          label={inLocale(option, locale)}
          isChosen={chosen.includes(option.id)}
          onChange={() => toggle(option)}
        />
      ))}
    </>
  );
}

function Scale({ question, answer, onAnswer, locale, t }: Props<'scale'>) {
  const { id, from, to, from_label, to_label, dont_know } = question;
  const steps = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return (
    <>
      <p class="soft">
        {fill(t.scaleEnds, {
          from,
          fromLabel: inLocale(from_label, locale),
          to,
          toLabel: inLocale(to_label, locale),
        })}
      </p>
      <div class="scale-steps">
        {steps.map((step) => (
          <Choice
            key={step}
            kind="radio"
            name={id}
            label={String(step)}
            isChosen={answer === step}
            onChange={() => onAnswer(step)}
          />
        ))}
      </div>
      {dont_know && (
        <Choice
          kind="radio"
          name={id}
          label={t.dontKnow}
          isChosen={answer === 'dont_know'}
          onChange={() => onAnswer('dont_know')}
        />
      )}
    </>
  );
}

function Matrix({ question, answer, onAnswer, locale }: Props<'matrix'>) {
  const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  return (
    <>
      {question.rows.map((row) => (
        <fieldset class="plain matrix-row" key={row.id}>
          <legend>
            <strong>{inLocale(row, locale)}</strong>
          </legend>
          <div class="matrix-options">
            {question.options.map((option) => (
              <Choice
                key={option.id}
                kind="radio"
                name={`${question.id}.${row.id}`}
                label={inLocale(option, locale)}
                isChosen={given[row.id] === option.id}
                onChange={() => onAnswer({ ...given, [row.id]: option.id })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

const NumberField = ({ question, answer, onAnswer, locale, t }: Props<'number'>) => (
  <Field
    label={inLocale(question.unit, locale) || t.number}
    hint={fill(t.numberHint, { min: question.min, max: question.max })}
  >
    {(ids) => (
      <input
        {...ids}
        type="number"
        inputMode="numeric"
        value={typeof answer === 'number' ? answer : ''}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          onAnswer(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
        }
      />
    )}
  </Field>
);

const TextField = ({ question, answer, onAnswer, t }: Props<'text'>) => (
  <Field label={t.inWords} hint={fill(t.textHint, { longest: question.longest })}>
    {(ids) => (
      <textarea
        {...ids}
        rows={4}
        value={typeof answer === 'string' ? answer : ''}
        onInput={({ currentTarget: { value } }) => onAnswer(value || undefined)}
      />
    )}
  </Field>
);

/** The control in which a question is answered, by its kind. */
export function AnswerField({ question, ...props }: Props) {
  switch (question.kind) {
    case 'single':
      return <Single question={question} {...props} />;
    case 'multiple':
      return <Multiple question={question} {...props} />;
    case 'scale':
      return <Scale question={question} {...props} />;
    case 'matrix':
      return <Matrix question={question} {...props} />;
    case 'number':
      return <NumberField question={question} {...props} />;
    case 'text':
      return <TextField question={question} {...props} />;
  }
}
