import { useRef, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { createTablet } from '../api';

interface Props extends IslandProps {
  t: Dictionary['merchant']['tablets'];
  onCreated: (tablet: { name: string; key: string }) => void;
}

/** The form that sets a tablet up. */
export function NewTablet({ t, errors, locale, onCreated }: Props) {
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const { busy, problem, run } = useTask();
  // One id until it has gone through: sent again after a lost answer it is the same tablet.
  const id = useRef<string>();
  const create = () =>
    run(async () => {
      id.current ??= crypto.randomUUID();
      const key = await createTablet(await browserClient(), { id: id.current, name, pin });
      id.current = undefined;
      onCreated({ name: name.trim(), key });
      setName('');
      setPin('');
    });
  return (
    <Form onSubmit={create}>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <Field label={t.name} hint={t.nameHint}>
        {(ids) => (
          <input
            {...ids}
            maxLength={40}
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.pin} hint={t.pinHint}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            maxLength={8}
            autocomplete="off"
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="button" type="submit" disabled={busy || !name.trim() || !pin}>
        {busy ? t.creating : t.create}
      </button>
    </Form>
  );
}
