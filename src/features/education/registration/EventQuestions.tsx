import { Field } from '../../../components/Field';
import type { Dictionary } from '../../../i18n/zh-CN';
import { type RegistrableEvent, type RegistrationDraft, standpoints } from './schema';

interface Props {
  t: Dictionary['registration'];
  event: RegistrableEvent;
  draft: RegistrationDraft;
  change: (part: Partial<RegistrationDraft>) => void;
}

/** What the event asks: its own questions, and at a hearing the standpoint. */
export function EventQuestions({ t, event, draft, change }: Props) {
  return (
    <>
      {event.kind === 'hearing' && (
        <fieldset class="plain stack">
          <legend>
            <strong>{t.form.standpoint}</strong>
          </legend>
          {standpoints.map((standpoint) => (
            <label class="choice" key={standpoint}>
              <input
                type="radio"
                name="standpoint"
                value={standpoint}
                checked={draft.standpoint === standpoint}
                onChange={() => change({ standpoint })}
              />
              {t.form.standpoints[standpoint]}
            </label>
          ))}
        </fieldset>
      )}
      {event.questions.map(({ key, label, required }) => (
        <Field label={required ? label : `${label}${t.form.optional}`} key={key}>
          {(ids) => (
            <input
              {...ids}
              maxLength={300}
              required={required}
              value={draft.answers[key] ?? ''}
              onInput={({ currentTarget }) =>
                change({ answers: { ...draft.answers, [key]: currentTarget.value } })
              }
            />
          )}
        </Field>
      ))}
    </>
  );
}
