import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { VersionedForm } from '../../../components/VersionedForm';
import { fill } from '../../../i18n/fill';
import { inLocale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { townName } from '../../../lib/town-name';
import { towns } from '../../../lib/towns';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readMerchant, saveMerchant } from './api';
import type { MerchantContent } from './content';

interface Props extends IslandProps {
  t: Dictionary['desk'];
  stored: Stored<MerchantContent>;
  /** What closing it would give back: vouchers not used yet, and their coins. */
  open: { vouchers: number; coins: number };
  /** The address of its page once it is stored. */
  address: string;
}

const lines = [
  ['name_zh', 60],
  ['name_en', 120],
  ['address_zh', 120],
  ['address_en', 240],
  ['accessibility_zh', 300],
  ['accessibility_en', 600],
] as const;

/** What the choice of steps stands for. */
const steps = { unknown: null, free: true, there: false } as const;
type Steps = keyof typeof steps;

export default function MerchantForm({ t, errors, locale, address, open, ...props }: Props) {
  const words = t.catalogue;
  const labels: Record<string, string> = words.fields;
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
  const stepWords = { unknown: words.stepsUnknown, free: words.stepsFree, there: words.stepsThere };
  const stepsOf = (value: boolean | null): Steps =>
    value === null ? 'unknown' : value ? 'free' : 'there';
  const textOf = (field: keyof MerchantContent, value: MerchantContent[keyof MerchantContent]) => {
    if (field === 'town_code') return townName(String(value), locale);
    if (field === 'step_free') return stepWords[stepsOf(value as boolean | null)];
    if (field === 'is_closed') return value ? t.list.yes : t.list.no;
    return String(value);
  };

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
      <Field label={labelOf('step_free')}>
        {(ids) => (
          <select
            {...ids}
            value={stepsOf(content.step_free)}
            onChange={(event) => set('step_free', steps[event.currentTarget.value as Steps])}
          >
            {(Object.keys(steps) as Steps[]).map((choice) => (
              <option value={choice} key={choice}>
                {stepWords[choice]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label class="choice agree">
        <input
          type="checkbox"
          checked={content.is_closed}
          onChange={(event) => set('is_closed', event.currentTarget.checked)}
        />
        {labelOf('is_closed')}
      </label>
      {content.is_closed && !props.stored.content.is_closed && (
        <Notice kind="info">
          {open.vouchers > 0 ? fill(words.closing, open) : words.closingNone}
        </Notice>
      )}
    </VersionedForm>
  );
}
