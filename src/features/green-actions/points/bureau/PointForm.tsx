import { Field } from '../../../../components/Field';
import { VersionedForm } from '../../../../components/VersionedForm';
import { inLocale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { townName } from '../../../../lib/town-name';
import { towns } from '../../../../lib/towns';
import { type Stored, useVersionedForm } from '../../../../lib/use-versioned-form';
import { readPoint, savePoint } from './api';
import type { PointContent } from './content';
import { PointFields } from './PointFields';

interface Props extends IslandProps {
  t: Dictionary['points'];
  words: Dictionary['desk']['form'];
  yes: string;
  no: string;
  stored: Stored<PointContent>;
  /** The actions that are proved on site, and the towns, as the reader calls them. */
  actions: { value: string; label: string }[];
  /** The address of its page once it is stored. */
  address: string;
}

export default function PointForm({ t, words, errors, locale, address, ...props }: Props) {
  const labels: Record<string, string> = t.desk.fields;
  const labelOf = (field: string) => labels[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<PointContent>({
    name: `point:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => savePoint(await browserClient(), content, version)),
    load: async ({ id }) => (await readPoint(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => {
      // The page of a point has more than its form: its screen or its poster.
      if (isNew) location.assign(address.replace('new', now.content.id));
      else if (now.content.kind !== props.stored.content.kind) location.reload();
    },
  });
  const { content, set } = form;
  const choices: Record<'action_code' | 'town_code' | 'kind', { value: string; label: string }[]> =
    {
      action_code: props.actions,
      town_code: Object.entries(towns).map(([value, town]) => ({
        value,
        label: inLocale(town, locale),
      })),
      kind: Object.entries(t.desk.kinds).map(([value, label]) => ({ value, label })),
    };
  const textOf = (field: keyof PointContent, value: PointContent[keyof PointContent]): string => {
    if (field === 'town_code') return townName(String(value), locale);
    if (field === 'weekdays') {
      return (value as number[]).map((day) => t.act.weekdays[day - 1]).join(' ');
    }
    if (field === 'is_open') return value ? props.yes : props.no;
    const known = field in choices && choices[field as 'kind'].find((one) => one.value === value);
    return known ? known.label : String(value ?? '');
  };
  const select = (field: 'action_code' | 'town_code' | 'kind', hint?: string) => (
    <Field label={labelOf(field)} {...(hint ? { hint } : {})}>
      {(ids) => (
        <select
          {...ids}
          value={content[field]}
          onChange={(event) => set(field, event.currentTarget.value as never)}
        >
          {choices[field].map(({ value, label }) => (
            <option value={value} key={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );

  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf, words }}>
      {select('action_code')}
      {(['name_zh', 'name_en'] as const).map((field) => (
        <Field label={labelOf(field)} key={field}>
          {(ids) => (
            <input
              {...ids}
              maxLength={field === 'name_zh' ? 60 : 120}
              lang={field === 'name_zh' ? 'zh-CN' : 'en'}
              value={content[field]}
              onInput={(event) => set(field, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
      {select('town_code')}
      {select('kind', t.desk.kindHint)}
      <PointFields t={t} form={form} />
      <label class="choice agree">
        <input
          type="checkbox"
          checked={content.is_open}
          onChange={(event) => set('is_open', event.currentTarget.checked)}
        />
        {labelOf('is_open')}
      </label>
    </VersionedForm>
  );
}
