import { Field } from '../../../components/Field';
import { VersionedForm } from '../../../components/VersionedForm';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readReward, saveReward } from './api';
import type { RewardContent } from './content';
import { PictureField } from './PictureField';

interface Props extends IslandProps {
  t: Dictionary['desk'];
  kinds: Dictionary['rewards']['kinds'];
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
const descriptions = [
  ['picture_alt_zh', 120],
  ['picture_alt_en', 240],
] as const;
const quotas = ['quota_per_resident', 'quota_per_household'] as const;
const days = ['valid_from', 'valid_until'] as const;

export default function RewardForm(props: Props) {
  const { t, kinds, errors, locale, merchants, address } = props;
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
  const isGift = content.kind === 'donation';
  const isStored = props.stored.version > 0;
  const textOf = (field: keyof RewardContent, value: RewardContent[keyof RewardContent]) => {
    if (field === 'merchant_id') return merchants.find(({ id }) => id === value)?.name ?? '';
    if (field === 'kind') return kinds[value as RewardContent['kind']];
    if (field === 'is_open') return value ? t.list.yes : t.list.no;
    return String(value ?? '');
  };
  const line = ([field, longest]: readonly [keyof RewardContent, number]) => (
    <Field label={labelOf(field)} key={field}>
      {(ids) => (
        <input
          {...ids}
          maxLength={longest}
          lang={field.endsWith('en') ? 'en' : 'zh-CN'}
          value={String(content[field])}
          onInput={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const number = (field: 'price' | 'stocked', from: number, to: number, hint?: string) => (
    <Field label={labelOf(field)} {...(hint ? { hint } : {})}>
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
  );

  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={t.form}>
      <Field label={labelOf('kind')} hint={t.catalogue.donationHint}>
        {(ids) => (
          <select
            {...ids}
            value={content.kind}
            onChange={(event) => set('kind', event.currentTarget.value as RewardContent['kind'])}
          >
            {(Object.keys(kinds) as RewardContent['kind'][])
              // Once stored, gifts stay gifts, and the rest never becomes one.
              .filter((kind) => !isStored || (kind === 'donation') === isGift)
              .map((kind) => (
                <option value={kind} key={kind}>
                  {kinds[kind]}
                </option>
              ))}
          </select>
        )}
      </Field>
      {!isGift && (
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
      )}
      {lines.map(line)}
      {number('price', 1, 100_000)}
      {!isGift && number('stocked', 0, 1_000_000, t.catalogue.stockedHint)}
      {quotas.map((field) => (
        <Field label={labelOf(field)} hint={t.catalogue.quotaHint} key={field}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={1}
              max={1000}
              value={content[field] ?? ''}
              onInput={({ currentTarget: { valueAsNumber: value } }) =>
                set(field, Number.isNaN(value) ? null : value)
              }
            />
          )}
        </Field>
      ))}
      {days.map((field) => (
        <Field label={labelOf(field)} hint={t.catalogue.dateHint} key={field}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={content[field]}
              onInput={(event) => set(field, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
      <PictureField
        {...{ errors, locale }}
        t={t.catalogue}
        rewardId={content.id}
        picture={content.picture}
        onChange={(picture) => set('picture', picture)}
      />
      {content.picture && descriptions.map(line)}
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
