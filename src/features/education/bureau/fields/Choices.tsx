import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  label: string;
  problem?: string | undefined;
  values: readonly string[];
  choices: Record<Value, string>;
  onChange: (values: Value[]) => void;
}

/** Several of a few values, as boxes to tick. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { label, problem, values, choices, onChange } = props;
  const id = useId();
  const all = Object.keys(choices) as Value[];
  return (
    <fieldset class="plain" aria-describedby={problem ? id : undefined}>
      <legend class="label">{label}</legend>
      <div class="choices">
        {all.map((code) => (
          <label class="choice" key={code}>
            <input
              type="checkbox"
              checked={values.includes(code)}
              onChange={(event) =>
                onChange(
                  all.filter((each) =>
                    each === code ? event.currentTarget.checked : values.includes(each),
                  ),
                )
              }
            />
            <span>{choices[code]}</span>
          </label>
        ))}
      </div>
      {problem && (
        <span class="problem" id={id}>
          {problem}
        </span>
      )}
    </fieldset>
  );
}
