import { Field } from '../../../../components/Field';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { VersionedForm } from '../../../../lib/use-versioned-form';
import type { PointContent } from './content';
import { PlaceHere } from './PlaceHere';

interface Props {
  t: Dictionary['points'];
  form: Pick<VersionedForm<PointContent>, 'content' | 'set' | 'change'>;
}

/** When a point is open, how often it counts, and where one has to be. */
export function PointFields({ t, form }: Props) {
  const { content, set } = form;
  const setDay = (day: number, isOn: boolean) =>
    set(
      'weekdays',
      [...content.weekdays.filter((other) => other !== day), ...(isOn ? [day] : [])].sort(),
    );
  const moment = (field: 'opens' | 'closes' | 'valid_from' | 'valid_until', type: string) => (
    <Field label={t.desk.fields[field]}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          value={content[field]}
          onInput={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const number = (
    field: 'daily_limit' | 'latitude' | 'longitude' | 'radius_m',
    [from, to]: [number, number],
  ) => (
    <Field label={t.desk.fields[field]}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          min={from}
          max={to}
          step={field === 'latitude' || field === 'longitude' ? 'any' : 1}
          value={content[field] ?? ''}
          onInput={(event) => {
            const value = event.currentTarget.valueAsNumber;
            set(field, Number.isNaN(value) ? null : value);
          }}
        />
      )}
    </Field>
  );
  return (
    <>
      <fieldset class="plain stack">
        <legend>{t.desk.hours}</legend>
        <p class="soft">{t.desk.hoursHint}</p>
        <div class="days">
          {t.act.weekdays.map((name, place) => (
            <label class="choice" key={name}>
              <input
                type="checkbox"
                checked={content.weekdays.includes(place + 1)}
                onChange={(event) => setDay(place + 1, event.currentTarget.checked)}
              />
              {name}
            </label>
          ))}
        </div>
        <div class="fields">
          {moment('opens', 'time')}
          {moment('closes', 'time')}
          {moment('valid_from', 'date')}
          {moment('valid_until', 'date')}
        </div>
      </fieldset>
      <fieldset class="plain stack">
        <legend>{t.desk.numbers}</legend>
        <p class="soft">{t.desk.limitHint}</p>
        <div class="fields">{number('daily_limit', [1, 100_000])}</div>
      </fieldset>
      <fieldset class="plain stack">
        <legend>{t.desk.place}</legend>
        <p class="soft">{t.desk.placeHint}</p>
        <div class="fields">
          {number('latitude', [-90, 90])}
          {number('longitude', [-180, 180])}
          {number('radius_m', [20, 5_000])}
        </div>
        <PlaceHere t={t.desk} form={form} />
      </fieldset>
    </>
  );
}
