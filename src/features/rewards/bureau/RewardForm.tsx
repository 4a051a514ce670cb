import { Field } from '../../../components/Field';
import { VersionedForm } from '../../../components/VersionedForm';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readReward, saveReward } from './api';
import type { RewardContent } from './content';

interface Props extends IslandProps {
  t: Dictionary['desk'];
  stored: Stored<RewardContent>;
  /** The merchants it can be at, named in the reader's language. */
  merchants: { id: string; name: string }[];
  /** The address of its page once it is stored. */
  address: string;
}

const lines = [
  ['name_zh', 60],
  ['name_en', 120],
  ['detail_zh', 300],
  ['detail_en', 600],
] as const;
const numbers = [
  ['price', 1, 100_000],
  ['stocked', 0, 1_000_000],
] as const;

export default function RewardForm({ t, errors, locale, merchants, address, ...props }: Props) {
  const labels: Record<string, string> = t.catalogue.fields;
  const labelOf = (field: string) => labels[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<RewardContent>({
    name: `reward:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => saveReward(await browserClient(), content, version)),
    load: async ({ id }) => (await readReward(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => history.replaceState(null, '', address.replace('new', now.content.id)),
  });
  const { content, set } = form;
  const textOf = (field: keyof RewardContent, value: RewardContent[keyof RewardContent]) =>
    field === 'merchant_id'
      ? (merchants.find(({ id }) => id === value)?.name ?? '')
      : field === 'is_open'
        ? value
          ? t.list.yes
          : t.list.no
        : String(value);

  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={t.form}>
      <Field label={labelOf('merchant_id')}>
        {(ids) => (
          <select
            {...ids}
            value={content.merchant_id}
            onChange={(event) => set('merchant_id', event.currentTarget.value)}
          >
            {merchants.map(({ id, name }) => (
              <option value={id} key={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
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
      {numbers.map(([field, from, to]) => (
        <Field
          label={labelOf(field)}
          key={field}
          {...(field === 'stocked' ? { hint: t.catalogue.stockedHint } : {})}
        >
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={from}
              max={to}
              value={Number.isNaN(content[field]) ? '' : content[field]}
              onInput={(event) => set(field, event.currentTarget.valueAsNumber)}
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
