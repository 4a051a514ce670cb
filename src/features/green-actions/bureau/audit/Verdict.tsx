import type { Ref } from 'preact';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { type JudgingWords, type Reason, reasonsIn } from '../judging/item';
import { Key } from '../judging/Key';

/** Rightly approved, or wrongly for a reason. */
export type Choice = 'right' | Reason;

interface Props {
  t: Dictionary['moderation']['audit'];
  words: JudgingWords;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  note: string;
  onNote: (note: string) => void;
  isOn: boolean;
  busy: boolean;
  onSave: () => void;
  /** The button that saves. */
  save: Ref<HTMLButtonElement>;
}

/** A second judgement: chosen first and saved then, since it cannot be taken back. */
export function Verdict({
  t,
  words,
  choice,
  onChoose,
  note,
  onNote,
  isOn,
  busy,
  onSave,
  save,
}: Props) {
  const option = (value: Choice, label: string, key: string) => (
    <label class="choice" key={value}>
      <input
        type="radio"
        name="verdict"
        checked={choice === value}
        onChange={() => onChoose(value)}
      />
      {label}
      <Key is={key} isOn={isOn} />
    </label>
  );
  return (
    <Form onSubmit={onSave}>
      <fieldset class="plain verdict">
        <legend>{t.verdict}</legend>
        {option('right', t.right, 'A')}
      </fieldset>
      <fieldset class="plain verdict">
        <legend>{t.wrong}</legend>
        {reasonsIn(words).map((reason, n) => option(reason, words.reasons[reason], String(n + 1)))}
      </fieldset>
      <Field label={t.note}>
        {(ids) => (
          <input
            {...ids}
            maxLength={200}
            value={note}
            onInput={(event) => onNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="button" type="submit" ref={save} disabled={busy}>
        {t.save}
      </button>
    </Form>
  );
}
