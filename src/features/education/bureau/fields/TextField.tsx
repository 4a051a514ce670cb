import { Field } from '../../../../components/Field';

interface Props {
  label: string;
  hint?: string;
  problem: string | undefined;
  value: string;
  onInput: (value: string) => void;
  /** Several lines instead of one. */
  isLong?: boolean;
  type?: 'text' | 'date' | 'time' | 'datetime-local';
  inputMode?: 'numeric';
  lang?: string;
}

/** One text, number or time of a form. */
export function TextField(props: Props) {
  const { label, hint, problem, value, onInput, isLong, type = 'text', inputMode, lang } = props;
  return (
    <Field label={label} problem={problem} {...(hint ? { hint } : {})}>
      {(ids) =>
        isLong ? (
          <textarea
            {...ids}
            lang={lang}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <input
            {...ids}
            type={type}
            lang={lang}
            inputMode={inputMode}
            autocomplete="off"
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
