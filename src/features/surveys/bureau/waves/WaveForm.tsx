import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { VersionedForm } from '../../../../components/VersionedForm';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatDay } from '../../../../lib/dates';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../../lib/use-versioned-form';
import { readWave, saveWave } from './api';
import type { WaveContent } from './content';
import type { Target } from './strata';
import { TargetTable } from './TargetTable';

interface Props extends IslandProps {
  t: Dictionary['waves'];
  words: Dictionary['desk']['form'];
  series: Dictionary['desk']['waves']['kinds'];
  stored: Stored<WaveContent>;
  /** The published versions, as the reader calls them. */
  versions: { value: string; label: string }[];
  /** The address of its page once it is stored. */
  address: string;
}

const texts = [
  ['title_zh', 60],
  ['title_en', 120],
  ['population_zh', 200],
  ['population_en', 400],
] as const;
const duties = [
  ['form_number', 60],
  ['form_maker', 120],
  ['approval_number', 60],
] as const;

/** Writes a wave that is not announced yet. */
export default function WaveForm({ t, words, errors, locale, address, series, ...props }: Props) {
  const labels: Record<string, string> = {
    ...t.fields,
    questionnaire_id: t.fields.questionnaire,
    questionnaire_version: t.fields.questionnaire,
  };
  const labelOf = (field: string) => labels[field] ?? field;
  const isNew = props.stored.version === 0;
  const [goTo, setGoTo] = useState<string>();
  const form = useVersionedForm<WaveContent>({
    name: `wave:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => saveWave(await browserClient(), content, version)),
    load: async ({ id }) => (await readWave(await browserClient(), id)) ?? props.stored,
    // What stands beside the form belongs to what was saved: to announce it, above all.
    onSaved: (now) => setGoTo(address.replace('new', now.content.id)),
  });
  // After the form knows that nothing is unsaved, or the browser would ask before it leaves.
  useEffect(() => {
    if (goTo) location.assign(goTo);
  }, [goTo]);
  const { content, set } = form;
  const textOf = (field: keyof WaveContent, value: WaveContent[keyof WaveContent]): string => {
    if (field === 'questionnaire') {
      return props.versions.find((one) => one.value === value)?.label ?? '';
    }
    if (field === 'series') return series[value as WaveContent['series']];
    if (field === 'targets') {
      return String((value as Target[]).reduce((all, { target }) => all + target, 0));
    }
    return /_on$/.test(field) && value ? formatDay(String(value), locale) : String(value);
  };
  const input = (field: (typeof texts | typeof duties)[number][0], longest: number) => (
    <Field label={labelOf(field)} key={field}>
      {(ids) => (
        <input
          {...ids}
          maxLength={longest}
          lang={field.endsWith('_en') ? 'en' : 'zh-CN'}
          value={content[field]}
          onInput={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const day = (field: 'opens_on' | 'closes_on' | 'form_expires_on') => (
    <Field label={labelOf(field)} key={field}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={content[field]}
          onInput={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf, words }}>
      <Field label={t.fields.questionnaire}>
        {(ids) => (
          <select
            {...ids}
            value={content.questionnaire}
            onChange={(event) => set('questionnaire', event.currentTarget.value)}
          >
            {props.versions.map(({ value, label }) => (
              <option value={value} key={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="fields">{texts.map(([field, longest]) => input(field, longest))}</div>
      <div class="fields">
        <Field label={t.fields.series}>
          {(ids) => (
            <select
              {...ids}
              value={content.series}
              onChange={(event) =>
                set('series', event.currentTarget.value as WaveContent['series'])
              }
            >
              {Object.entries(series).map(([value, label]) => (
                <option value={value} key={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {day('opens_on')}
        {day('closes_on')}
      </div>
      <fieldset class="plain stack">
        <legend>{t.duties}</legend>
        <p class="soft">{t.dutiesHint}</p>
        <div class="fields">
          {duties.map(([field, longest]) => input(field, longest))}
          {day('form_expires_on')}
        </div>
      </fieldset>
      <fieldset class="plain stack">
        <legend>{t.fields.targets}</legend>
        <p class="soft">{t.targetsHint}</p>
        <TargetTable
          t={t}
          locale={locale}
          targets={content.targets}
          onChange={(targets) => set('targets', targets)}
        />
      </fieldset>
    </VersionedForm>
  );
}
