import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import type { Dictionary } from '../../../i18n/zh-CN';
import { draftStore } from '../../../lib/draft';
import { needsPlace, type Places, type RoleGrant, type StaffRole, scopeKinds } from './scope';

interface Props {
  t: Dictionary['bureau'];
  places: Places;
  busy: boolean;
  /** Gives the role; calls back when it is given, which empties the form. */
  onGrant: (grant: RoleGrant, done: () => void) => void;
  /** What the last attempt came to. */
  children: ComponentChildren;
}

const drafts = draftStore<{ email: string; role: StaffRole; place: string }>('staff-role');

/** The form that gives a role, for the whole city or one place; kept until it has gone through. */
export function GrantForm({ t, places, busy, onGrant, children }: Props) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('moderator');
  /** The id or code of a place; empty for the whole city. */
  const [place, setPlace] = useState('');

  const kinds = scopeKinds(role);

  useEffect(() => {
    const draft = drafts.read();
    if (!draft) return;
    setEmail(draft.email);
    setRole(draft.role);
    setPlace(draft.place);
  }, []);
  const keep = (next: { email?: string; role?: StaffRole; place?: string }) => {
    const draft = { email, role, place, ...next };
    setEmail(draft.email);
    setRole(draft.role);
    setPlace(draft.place);
    drafts.write(draft);
  };
  const choose = (next: StaffRole) => {
    keep({ role: next, place: (needsPlace(next) && places.merchant[0]?.id) || '' });
  };
  const submit = () => {
    const kind = kinds.find((one) => places[one].some(({ id }) => id === place));
    onGrant({ email, role, place: kind && { kind, id: place } }, () => {
      drafts.clear();
      setEmail('');
    });
  };

  return (
    <Form onSubmit={submit}>
      <Field label={t.email}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            required
            autocomplete="off"
            value={email}
            onInput={(event) => keep({ email: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.role}>
        {(ids) => (
          <select
            {...ids}
            value={role}
            onChange={(event) => choose(event.currentTarget.value as StaffRole)}
          >
            {Object.entries(t.roles).map(([code, name]) => (
              <option value={code} key={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kinds.length > 0 && (
        <Field label={needsPlace(role) ? t.merchant : t.place}>
          {(ids) => (
            <select
              {...ids}
              value={place}
              onChange={(event) => keep({ place: event.currentTarget.value })}
            >
              {!needsPlace(role) && <option value="">{t.everywhere}</option>}
              {kinds.map((kind) => (
                <optgroup label={t.scopes[kind]} key={kind}>
                  {places[kind].map(({ id, name }) => (
                    <option value={id} key={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      )}
      {children}
      <button class="button" type="submit" disabled={busy}>
        {t.grant}
      </button>
    </Form>
  );
}
