import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { Form } from '../../components/Form';
import type { Dictionary } from '../../i18n/zh-CN';
import { isCellCode } from './cell-code';

interface Words {
  t: Dictionary['greenCells'];
  busy: boolean;
}

/** Makes a household: one line, its name. */
export function CreateHousehold({
  t,
  busy,
  onCreate,
}: Words & { onCreate: (id: string, name: string) => void }) {
  const [name, setName] = useState('');
  // One id as long as the form is there: sent again, it is the same household.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Form onSubmit={() => onCreate(id, name)}>
      <Field label={t.name} hint={t.nameHint}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={40}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="button" type="submit" disabled={busy}>
        {busy ? t.creating : t.create}
      </button>
    </Form>
  );
}

/** Joins a household or another cell by its code; a slip in copying is noticed before it is sent. */
export function JoinCell({ t, busy, onJoin }: Words & { onJoin: (code: string) => void }) {
  const [code, setCode] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const join = () => {
    setIsWrong(!isCellCode(code));
    if (isCellCode(code)) onJoin(code);
  };
  return (
    <Form onSubmit={join}>
      <Field label={t.code} hint={t.codeHint} {...(isWrong ? { problem: t.typo } : {})}>
        {(ids) => (
          <input
            {...ids}
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={20}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="button" type="submit" disabled={busy}>
        {busy ? t.joining : t.join}
      </button>
    </Form>
  );
}
