import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { VersionedForm } from '../../../components/VersionedForm';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { formatYuan, readYuan, yuanText } from '../../../lib/yuan';
import { readPledge, savePledge } from './api';
import type { PledgeContent } from './pledge';

interface Props extends IslandProps {
  t: Dictionary['fund']['desk'];
  kinds: Dictionary['fund']['kinds'];
  form: Dictionary['desk']['form'];
  list: Dictionary['desk']['list'];
  stored: Stored<PledgeContent>;
  /** The address of its page once it is stored. */
  address: string;
}

const names = [
  ['sponsor_zh', 60],
  ['sponsor_en', 120],
] as const;

/** Records a pledge, mends it, or withdraws it. */
export default function PledgeForm({ t, kinds, list, errors, locale, address, ...props }: Props) {
  const labels: Record<string, string> = t.fields;
  const labelOf = (field: string) => labels[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<PledgeContent>({
    name: `pledge:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => savePledge(await browserClient(), content, version)),
    load: async ({ id }) => (await readPledge(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => history.replaceState(null, '', address.replace('new', now.content.id)),
  });
  const { content, set } = form;
  const [yuan, setYuan] = useState<string>();
  const amount = content.fen ? yuanText(content.fen) : '';
  const textOf = (field: keyof PledgeContent, value: PledgeContent[keyof PledgeContent]) => {
    if (field === 'kind') return kinds[value as PledgeContent['kind']];
    if (field === 'fen') return formatYuan(Number(value), locale);
    if (field === 'is_withdrawn') return value ? list.yes : list.no;
    return String(value);
  };

  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={props.form}>
      <Field label={labelOf('kind')}>
        {(ids) => (
          <select
            {...ids}
            value={content.kind}
            onChange={(event) => set('kind', event.currentTarget.value as PledgeContent['kind'])}
          >
            {(Object.keys(kinds) as PledgeContent['kind'][]).map((kind) => (
              <option value={kind} key={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {names.map(([field, longest]) => (
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
      <Field label={labelOf('fen')} hint={t.yuanHint}>
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            value={yuan ?? amount}
            onInput={({ currentTarget: { value } }) => {
              setYuan(value);
              set('fen', readYuan(value));
            }}
            onBlur={() => setYuan(undefined)}
          />
        )}
      </Field>
      <Field label={labelOf('pledged_on')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={content.pledged_on}
            onInput={(event) => set('pledged_on', event.currentTarget.value)}
          />
        )}
      </Field>
      {!isNew && (
        <label class="choice agree">
          <input
            type="checkbox"
            checked={content.is_withdrawn}
            onChange={(event) => set('is_withdrawn', event.currentTarget.checked)}
          />
          {labelOf('is_withdrawn')}
        </label>
      )}
    </VersionedForm>
  );
}
