import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import { inLocale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { townCodes, towns } from '../../../../lib/towns';
import { ageBands, sexes } from '../../strata';
import { columns, keyOf, type Target, targetsOf } from './strata';

interface Props {
  t: Dictionary['waves'];
  locale: Locale;
  targets: readonly Target[];
  onChange: (targets: Target[]) => void;
}

/** How many answers each stratum is to give: a row a town, a column an age of a sex. */
export function TargetTable({ t, locale, targets, onChange }: Props) {
  const numbers = new Map(targets.map((row) => [keyOf(row), row.target]));
  const set = (key: string, text: string) => {
    const next = new Map(numbers).set(key, Math.min(20_000, Number(text.replace(/\D/g, ''))));
    onChange(targetsOf(next));
  };
  const sum = (rows: readonly Target[]) => rows.reduce((all, { target }) => all + target, 0);
  return (
    <div class="scroll">
      <table class="targets">
        <caption>{t.targetsCaption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t.variables.town}
            </th>
            {sexes.map((sex) => (
              <th scope="colgroup" colSpan={ageBands.length} key={sex}>
                {t.sexes[sex]}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {t.total}
            </th>
          </tr>
          <tr>
            {columns.map(({ sex, age_band }) => (
              <th scope="col" key={`${sex}${age_band}`}>
                {t.ages[age_band]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {townCodes.map((town_code) => {
            const town = inLocale(towns[town_code], locale);
            return (
              <tr key={town_code}>
                <th scope="row">{town}</th>
                {columns.map((column) => {
                  const key = keyOf({ town_code, ...column });
                  return (
                    <td key={key}>
                      <input
                        inputMode="numeric"
                        autocomplete="off"
                        aria-label={fill(t.targetOf, {
                          town,
                          age: t.ages[column.age_band],
                          sex: t.sexes[column.sex],
                        })}
                        value={numbers.get(key) ?? ''}
                        onInput={(event) => set(key, event.currentTarget.value)}
                      />
                    </td>
                  );
                })}
                <td>{sum(targets.filter((row) => row.town_code === town_code))}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {columns.map(({ sex, age_band }) => (
              <td key={`${sex}${age_band}`}>
                {sum(targets.filter((row) => row.sex === sex && row.age_band === age_band))}
              </td>
            ))}
            <td>{sum(targets)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
