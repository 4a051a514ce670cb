import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { normalizeCode } from '../voucher-code';
import { type Flaw, flawOf, grouped } from './typed-code';

interface Props {
  t: Dictionary['merchant'];
  locale: Locale;
  isAsking: boolean;
  onCode: (code: string) => void;
}

function sentence(flaw: Flaw, t: Dictionary['merchant']['typed'], locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '、';
  switch (flaw.kind) {
    case 'wrong':
      return t.wrong;
    case 'suspect':
      return fill(t.suspect, {
        places: flaw.places.join(comma),
        characters: flaw.characters.join(comma),
      });
    default:
      return fill(t[flaw.kind], flaw);
  }
}

/** Takes a voucher by its code, typed by hand or by a scanner that types. */
export function TypeCode({ t, locale, isAsking, onCode }: Props) {
  const [typed, setTyped] = useState('');
  const [flaw, setFlaw] = useState<Flaw>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = () => {
    const found = flawOf(typed);
    setFlaw(found);
    field.current?.focus();
    if (found) return;
    onCode(normalizeCode(typed));
    setTyped('');
  };
  return (
    <Form onSubmit={submit}>
      <Field label={t.code} hint={t.codeHint} problem={flaw && sentence(flaw, t.typed, locale)}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            class="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            translate={false}
            value={typed}
            onInput={({ currentTarget: input }) => {
              // Only what is added at the end is put into groups: a caret in the middle stays where it is.
              const isAtEnd = input.selectionStart === input.value.length;
              setTyped(isAtEnd ? grouped(input.value) : input.value);
              setFlaw(undefined);
            }}
          />
        )}
      </Field>
      <p role="alert" class="hidden-visually">
        {flaw && sentence(flaw, t.typed, locale)}
      </p>
      <button class="button" type="submit" disabled={typed.trim() === ''}>
        {isAsking ? t.taking : t.take}
      </button>
    </Form>
  );
}
