import { Field } from '../../../../components/Field';
import { type Bilingual, inLocale, type Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { type Choice, parts } from '../../../satisfaction/estimate/answers';
import type { Option, Question, Section } from '../../questionnaire/schema';
import { asPart, earlierChoices } from './edit';
import { OptionList } from './OptionList';
import { WordsPair } from './WordsPair';

export interface QuestionProps {
  question: Question;
  sections: Section[];
  onChange: (question: Question) => void;
  onDeleted: (name: string, restore: (question: Question) => Question) => void;
  choiceWords: Record<Choice, Bilingual>;
  locale: Locale;
  t: Dictionary['questionnaires'];
}

interface CheckProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

const Check = ({ label, isChecked, onChange }: CheckProps) => (
  <label class="choice agree">
    <input
      type="checkbox"
      checked={isChecked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {label}
  </label>
);

interface NumberProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

const NumberInput = ({ label, value, onChange }: NumberProps) => (
  <Field label={label}>
    {(ids) => (
      <input
        {...ids}
        type="number"
        value={value ?? ''}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          onChange(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
        }
      />
    )}
  </Field>
);

function ShowIf({ question, sections, onChange, locale, t }: QuestionProps) {
  const earlier = earlierChoices(sections, question.id);
  const { show_if } = question;
  const on = earlier.find(({ id }) => id === show_if?.question);
  const set = (id: string, options: string[]) => {
    const { show_if: _, ...rest } = question;
    onChange(id ? { ...rest, show_if: { question: id, any_of: options } } : rest);
  };
  if (earlier.length === 0 && !show_if) return null;
  return (
    <fieldset class="stack option-list">
      <legend>{t.showIf}</legend>
      <Field label={t.showIfQuestion}>
        {(ids) => (
          <select
            {...ids}
            value={show_if?.question ?? ''}
            onChange={({ currentTarget: { value } }) => set(value, [])}
          >
            <option value="">{t.always}</option>
            {show_if && !on && <option value={show_if.question}>{t.noLongerEarlier}</option>}
            {earlier.map((one) => (
              <option key={one.id} value={one.id}>
                {inLocale(one.text, locale) || t.unwritten}
              </option>
            ))}
          </select>
        )}
      </Field>
      {on && (
        <>
          <p class="soft">{t.anyOf}</p>
          {on.options.map((option) => (
            <Check
              key={option.id}
              label={inLocale(option, locale) || t.unwritten}
              isChecked={show_if?.any_of.includes(option.id) ?? false}
              onChange={(isChecked) =>
                set(
                  on.id,
                  on.options
                    .map(({ id }) => id)
                    .filter((id) => (id === option.id ? isChecked : show_if?.any_of.includes(id))),
                )
              }
            />
          ))}
        </>
      )}
    </fieldset>
  );
}

function KindFields({ question, onChange, onDeleted, choiceWords, t }: QuestionProps) {
  const inOptions = (name: string, restore: (options: Option[]) => Option[]) =>
    onDeleted(name, (now) => ('options' in now ? { ...now, options: restore(now.options) } : now));
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          {question.kind === 'single' && (
            <Field label={t.part} hint={t.partHint}>
              {(ids) => (
                <select
                  {...ids}
                  value={question.part ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    onChange(
                      asPart(
                        question,
                        parts.find((part) => part === value),
                        choiceWords,
                      ),
                    )
                  }
                >
                  <option value="">{t.noPart}</option>
                  {parts.map((part) => (
                    <option key={part} value={part}>
                      {t.parts[part]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {!question.part && (
            <>
              <OptionList
                kind="options"
                options={question.options}
                onChange={(options) => onChange({ ...question, options })}
                onDeleted={inOptions}
                t={t}
              />
              <Check
                label={t.random}
                isChecked={question.random}
                onChange={(random) => onChange({ ...question, random })}
              />
            </>
          )}
          {question.kind === 'multiple' && (
            <NumberInput
              label={t.atMost}
              value={question.at_most}
              onChange={(at_most) => {
                const { at_most: _, ...rest } = question;
                onChange(at_most === undefined ? rest : { ...rest, at_most });
              }}
            />
          )}
        </>
      );
    case 'scale':
      return (
        <>
          <div class="words-pair">
            {(['from', 'to'] as const).map((end) => (
              <Field label={t[end]} key={end}>
                {(ids) => (
                  <select
                    {...ids}
                    value={question[end]}
                    onChange={({ currentTarget: { value } }) =>
                      onChange({ ...question, [end]: Number(value) })
                    }
                  >
                    {(end === 'from' ? [0, 1] : [2, 3, 4, 5, 6, 7, 8, 9, 10]).map((step) => (
                      <option key={step} value={step}>
                        {step}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
          <WordsPair
            label={t.fromLabel}
            words={question.from_label}
            longest={200}
            onChange={(from_label) => onChange({ ...question, from_label })}
            t={t}
          />
          <WordsPair
            label={t.toLabel}
            words={question.to_label}
            longest={200}
            onChange={(to_label) => onChange({ ...question, to_label })}
            t={t}
          />
          <Check
            label={t.offersDontKnow}
            isChecked={question.dont_know}
            onChange={(dont_know) => onChange({ ...question, dont_know })}
          />
        </>
      );
    case 'matrix':
      return (
        <>
          <OptionList
            kind="rows"
            options={question.rows}
            onChange={(rows) => onChange({ ...question, rows })}
            onDeleted={(name, restore) =>
              onDeleted(name, (now) =>
                now.kind === 'matrix' ? { ...now, rows: restore(now.rows) } : now,
              )
            }
            t={t}
          />
          <OptionList
            kind="options"
            options={question.options}
            onChange={(options) => onChange({ ...question, options })}
            onDeleted={inOptions}
            t={t}
          />
        </>
      );
    case 'number':
      return (
        <>
          <NumberInput
            label={t.least}
            value={question.min}
            onChange={(min = 0) => onChange({ ...question, min })}
          />
          <NumberInput
            label={t.most}
            value={question.max}
            onChange={(max = 0) => onChange({ ...question, max })}
          />
          <WordsPair
            label={t.unit}
            words={question.unit}
            longest={200}
            onChange={(unit) => onChange({ ...question, unit })}
            t={t}
          />
        </>
      );
    case 'text':
      return (
        <NumberInput
          label={t.longest}
          value={question.longest}
          onChange={(longest = 1) => onChange({ ...question, longest })}
        />
      );
  }
}

/** Everything an analyst writes of one question. */
export function QuestionFields(props: QuestionProps) {
  const { question, onChange, t } = props;
  return (
    <div class="stack">
      <WordsPair
        label={t.text}
        words={question.text}
        longest={500}
        isLong
        onChange={(text) => onChange({ ...question, text })}
        t={t}
      />
      <WordsPair
        label={t.hint}
        words={question.hint ?? { zh: '', en: '' }}
        longest={500}
        onChange={(hint) => {
          const { hint: _, ...rest } = question;
          onChange(hint.zh || hint.en ? { ...rest, hint } : rest);
        }}
        t={t}
      />
      <Check
        label={t.required}
        isChecked={question.required}
        onChange={(required) => onChange({ ...question, required })}
      />
      <KindFields {...props} />
      <ShowIf {...props} />
    </div>
  );
}
