import { Field } from '../../../../components/Field';

interface Props<Value extends string> {
  label: string;
  problem?: string | undefined;
  value: Value;
  /** The words of each value, in the order shown. */
  choices: Record<Value, string> | [Value, string][];
  onChange: (value: Value) => void;
}

/** One of a few values. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, problem, value, choices, onChange } = props;
  const entries = Array.isArray(choices) ? choices : (Object.entries(choices) as [Value, string][]);
  return (
    <Field label={label} problem={problem}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as Value)}
        >
          {entries.map(([code, words]) => (
            <option value={code} key={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
