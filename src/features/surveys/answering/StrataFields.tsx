import { Field } from '../../../components/Field';
import { inLocale, type Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { type TownCode, townCodes, towns } from '../../../lib/towns';
import { ageBands, type Strata, sexes } from '../strata';

interface Props {
  strata: Strata;
  onState: (strata: Strata) => void;
  locale: Locale;
  t: Dictionary['survey'];
}

interface ChoicesProps<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  names: Record<Value, string>;
  chosen: Value | undefined;
  unstated: string;
  onChoose: (value: Value | undefined) => void;
}

function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { name, legend, values, names, chosen, unstated, onChoose } = props;
  return (
    <fieldset class="plain">
      <legend>
        <strong>{legend}</strong>
      </legend>
      <div class="matrix-options">
        {[...values, undefined].map((value) => (
          <label class="choice" key={value ?? ''}>
            <input
              type="radio"
              name={name}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            {value ? names[value] : unstated}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Town, age and sex, each of which may be left unstated. */
export function StrataFields({ strata, onState, locale, t }: Props) {
  const state = (field: keyof Strata, value: string | undefined) => {
    const { [field]: _, ...rest } = strata;
    onState(value ? { ...rest, [field]: value } : rest);
  };
  return (
    <>
      <Field label={t.town}>
        {(ids) => (
          <select
            {...ids}
            value={strata.town_code ?? ''}
            onChange={({ currentTarget: { value } }) => state('town_code', value)}
          >
            <option value="">{t.unstated}</option>
            {townCodes.map((code: TownCode) => (
              <option key={code} value={code}>
                {inLocale(towns[code], locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        name="age"
        legend={t.age}
        values={ageBands}
        names={t.ageBands}
        chosen={strata.age_band}
        unstated={t.unstated}
        onChoose={(value) => state('age_band', value)}
      />
      <Choices
        name="sex"
        legend={t.sex}
        values={sexes}
        names={t.sexes}
        chosen={strata.sex}
        unstated={t.unstated}
        onChoose={(value) => state('sex', value)}
      />
    </>
  );
}
