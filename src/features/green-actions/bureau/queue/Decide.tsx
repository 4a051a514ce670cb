import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { type JudgingWords, type Reason, reasonsIn } from '../judging/item';
import { Key } from '../judging/Key';

interface Props {
  t: Dictionary['moderation']['queue'];
  words: JudgingWords;
  note: string;
  onNote: (note: string) => void;
  /** Whether keys do something, so that they stand on the buttons. */
  isOn: boolean;
  busy: boolean;
  onApprove: () => void;
  onReject: (reason: Reason) => void;
}

/** Approve, or reject for a reason: each one press, since each can be taken back. */
export function Decide({ t, words, note, onNote, isOn, busy, onApprove, onReject }: Props) {
  return (
    <Form>
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
      <button
        class="button approve"
        type="button"
        disabled={busy}
        aria-keyshortcuts="A"
        onClick={onApprove}
      >
        {t.approve}
        <Key is="A" isOn={isOn} />
      </button>
      <fieldset class="plain">
        <legend>{t.reject}</legend>
        <div class="reasons">
          {reasonsIn(words).map((reason, index) => (
            <button
              class="button danger"
              type="button"
              key={reason}
              disabled={busy}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onReject(reason)}
            >
              {words.reasons[reason]}
              <Key is={index + 1} isOn={isOn} />
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
