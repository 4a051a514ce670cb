import { Field } from '../../../components/Field';
import { signInAddress } from '../../../lib/island';
import type { QuestionProps } from './parts';

interface Props extends QuestionProps {
  isSignedIn: boolean;
}

/** How the reporter may be reached, whether the account counts, and whether it may be published. */
export function Contact({ t, locale, draft, change, isSignedIn }: Props) {
  const accounts = [
    { value: true, name: t.send.withAccount, hint: t.send.withAccountHint },
    { value: false, name: t.send.withoutAccount, hint: t.send.withoutAccountHint },
  ];
  return (
    <div class="stack">
      {isSignedIn ? (
        accounts.map(({ value, name, hint }) => (
          <label class="choice" key={name}>
            <input
              type="radio"
              name="account"
              checked={draft.withAccount === value}
              onChange={() => change({ withAccount: value })}
            />
            <span>
              <strong>{name}</strong>
              <br />
              <span class="soft">{hint}</span>
            </span>
          </label>
        ))
      ) : (
        <p>
          {t.send.signedOut} <a href={signInAddress(locale, location.pathname)}>{t.send.signIn}</a>
        </p>
      )}
      <Field label={t.send.contactLabel} hint={t.send.contactHint}>
        {(ids) => (
          <input
            {...ids}
            maxLength={100}
            autocomplete="off"
            value={draft.contact}
            onInput={(event) => change({ contact: event.currentTarget.value })}
          />
        )}
      </Field>
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.wantsPublic}
          onChange={(event) => change({ wantsPublic: event.currentTarget.checked })}
        />
        <span>
          <strong>{t.send.wantsPublic}</strong>
          <br />
          <span class="soft">{t.send.wantsPublicHint}</span>
        </span>
      </label>
    </div>
  );
}
