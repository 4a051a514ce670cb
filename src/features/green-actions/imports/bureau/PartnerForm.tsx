import { Field } from '../../../../components/Field';
import { VersionedForm } from '../../../../components/VersionedForm';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../../lib/use-versioned-form';
import { readPartner, savePartner } from './api';
import type { PartnerContent } from './partner-content';

interface Props extends IslandProps {
  t: Dictionary['imports']['partners'];
  words: Dictionary['desk'];
  stored: Stored<PartnerContent>;
  /** What partners may report, as the reader calls it. */
  actions: { value: string; label: string }[];
  /** The address of its page once it is stored. */
  address: string;
}

const lines = [
  ['name_zh', 60],
  ['name_en', 120],
  ['unit_zh', 20],
  ['unit_en', 40],
] as const;

/** Makes a partner, or changes one. */
export default function PartnerForm({ t, words, errors, locale, address, ...props }: Props) {
  const labelOf = (field: string) => (t.fields as Record<string, string>)[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<PartnerContent>({
    name: `partner:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => savePartner(await browserClient(), content, version)),
    load: async ({ id }) => (await readPartner(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => {
      if (isNew) location.assign(address.replace('new', now.content.id));
    },
  });
  const { content, set } = form;
  const textOf = (field: keyof PartnerContent, value: PartnerContent[keyof PartnerContent]) => {
    if (field === 'is_open') return value ? words.list.yes : words.list.no;
    const action = props.actions.find((one) => one.value === value);
    return field === 'action_code' && action ? action.label : String(value);
  };
  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={words.form}>
      <Field label={labelOf('action_code')} hint={t.actionHint}>
        {(ids) => (
          <select
            {...ids}
            value={content.action_code}
            onChange={(event) => set('action_code', event.currentTarget.value)}
          >
            {props.actions.map(({ value, label }) => (
              <option value={value} key={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {lines.map(([field, longest]) => (
        <Field
          label={labelOf(field)}
          key={field}
          {...(field === 'unit_zh' ? { hint: t.unitHint } : {})}
        >
          {(ids) => (
            <input
              {...ids}
              maxLength={longest}
              lang={field.endsWith('en') ? 'en' : 'zh-CN'}
              value={content[field]}
              onInput={(event) => set(field, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
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
