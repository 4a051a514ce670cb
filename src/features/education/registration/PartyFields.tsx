import { Field } from '../../../components/Field';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { mostCompanions, type RegistrableEvent, type RegistrationDraft } from './schema';

interface Props {
  t: Dictionary['registration'];
  event: RegistrableEvent;
  draft: RegistrationDraft;
  change: (part: Partial<RegistrationDraft>) => void;
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);

/** For whom the event is, in words; nothing when it is for everybody. */
function ages({ minimumAge: from, maximumAge: to }: RegistrableEvent, t: Props['t']) {
  if (from !== null && to !== null) return fill(t.form.ages, { from, to });
  if (from !== null) return fill(t.form.agesFrom, { from });
  return to !== null ? fill(t.form.agesTo, { to }) : undefined;
}

/** Who comes: companions by number only, and what the host should call the resident. */
export function PartyFields({ t, event, draft, change }: Props) {
  const rule = ages(event, t);
  return (
    <>
      <fieldset class="plain stack">
        <legend>
          <strong>{t.form.party}</strong>
        </legend>
        <p class="soft">{t.form.partyHint}</p>
        {rule && <p>{rule}</p>}
        {event.guardianBelow !== null && (
          <p>{fill(t.form.guardian, { age: event.guardianBelow })}</p>
        )}
        <div class="stack">
          {(['adults', 'children'] as const).map((kind) => {
            const others = kind === 'adults' ? draft.children : draft.adults;
            return (
              <Field label={t.form[kind]} key={kind}>
                {(ids) => (
                  <select
                    {...ids}
                    value={draft[kind]}
                    onChange={(event) => change({ [kind]: Number(event.currentTarget.value) })}
                  >
                    {upTo(mostCompanions - others).map((count) => (
                      <option value={count} key={count}>
                        {count}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            );
          })}
        </div>
      </fieldset>
      <Field label={t.form.name} hint={t.form.nameHint}>
        {(ids) => (
          <input
            {...ids}
            autocomplete="nickname"
            maxLength={40}
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
