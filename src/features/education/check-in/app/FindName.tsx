import { useRef, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { fill } from '../../../../i18n/fill';
import { codeIn, displayRegistrationCode, search, verdictOn } from '../matching';
import type { ListEntry } from '../schema';
import type { AppProps } from './app-props';
import type { GateState } from './use-gate';

interface Props extends AppProps {
  gate: GateState;
  entries: ListEntry[];
}

/** Checks in by typing: a whole code and Enter, or a little of a name and a press on the party. */
export function FindName({ t, gate, entries }: Props) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const found = search(typed, entries);
  const state = (entry: ListEntry): string | undefined => {
    const { kind } = verdictOn(entry, gate.tally);
    return kind === 'welcome' || kind === 'unlisted' || kind === 'unreadable'
      ? undefined
      : t.find.states[kind];
  };
  const done = () => {
    setTyped('');
    field.current?.focus();
  };
  const enter = async () => {
    const [only, second] = found;
    if (codeIn(typed)) await gate.meet(typed, 'typed');
    else if (only && !second) await gate.pick(only);
    else return;
    done();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Field label={t.find.label} hint={t.find.hint}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            type="search"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {typed.trim() !== '' && found.length === 0 && !codeIn(typed) && <p>{t.find.none}</p>}
      {codeIn(typed) && (
        <button class="button" type="submit">
          {t.find.pick}
        </button>
      )}
      <ul class="parties">
        {found.map((entry) => (
          <li key={entry.id}>
            <button
              class="party"
              type="button"
              onClick={async () => {
                await gate.pick(entry);
                done();
              }}
            >
              <strong>{entry.name}</strong>
              <span>{fill(t.gate.partyOf, { count: entry.people })}</span>
              {state(entry) && <span class="tag">{state(entry)}</span>}
              <span class="soft" translate={false}>
                {displayRegistrationCode(entry.code)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
