import { Field } from '../../../components/Field';
import { VersionedForm } from '../../../components/VersionedForm';
import { inLocale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { type TownCode, towns } from '../../../lib/towns';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readMerchant, saveMerchant } from './api';
import type { MerchantContent } from './content';

interface Props extends IslandProps {
  t: Dictionary['desk'];
  stored: Stored<MerchantContent>;
  /** The address of its page once it is stored. */
  address: string;
}

const lines = [
  ['name_zh', 60],
  ['name_en', 120],
] as const;

export default function MerchantForm({ t, errors, locale, address, ...props }: Props) {
  const labels: Record<string, string> = t.catalogue.fields;
  const labelOf = (field: string) => labels[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<MerchantContent>({
    name: `merchant:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => saveMerchant(await browserClient(), content, version)),
    load: async ({ id }) => (await readMerchant(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => history.replaceState(null, '', address.replace('new', now.content.id)),
  });
  const { content, set } = form;
  const textOf = (field: keyof MerchantContent, value: string) =>
    field === 'town_code' ? inLocale(towns[value as TownCode], locale) : value;

  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={t.form}>
      {lines.map(([field, longest]) => (
        <Field label={labelOf(field)} key={field}>
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
      <Field label={labelOf('town_code')}>
        {(ids) => (
          <select
            {...ids}
            value={content.town_code}
            onChange={(event) => set('town_code', event.currentTarget.value)}
          >
            {Object.entries(towns).map(([code, town]) => (
              <option value={code} key={code}>
                {inLocale(town, locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </VersionedForm>
  );
}
