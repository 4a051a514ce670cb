import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';

interface Props {
  t: Dictionary['merchant']['tablet'];
  busy: boolean;
  onPin: (pin: string) => void;
}

const longest = 8;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Where staff enter the PIN, with a finger or a keyboard. */
export function PinPad({ t, busy, onPin }: Props) {
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const add = (digit: string) => setPin((before) => `${before}${digit}`.slice(0, longest));
  const key = (digit: string) => (
    <button class="button quiet" type="button" key={digit} onClick={() => add(digit)}>
      {digit}
    </button>
  );
  return (
    <Form
      onSubmit={() => {
        if (pin.length < 4 || busy) return;
        setPin('');
        onPin(pin);
      }}
    >
      <Field label={t.enter}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            class="pin"
            type="password"
            inputMode="none"
            autocomplete="off"
            maxLength={longest}
            value={pin}
            onInput={({ currentTarget: input }) => {
              setPin(input.value.replace(/\D/g, ''));
            }}
          />
        )}
      </Field>
      <p class="hidden-visually" aria-live="polite">
        {pin && fill(t.digits, { count: pin.length })}
      </p>
      <div class="pad">
        {digits.map(key)}
        <button
          class="button quiet word"
          type="button"
          onClick={() => setPin((before) => before.slice(0, -1))}
        >
          {t.erase}
        </button>
        {key('0')}
        <button class="button word" type="submit" disabled={busy || pin.length < 4}>
          {busy ? t.unlocking : t.unlock}
        </button>
      </div>
    </Form>
  );
}
