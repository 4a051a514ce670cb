import { Field } from '../../../components/Field';
import { VersionedForm } from '../../../components/VersionedForm';
import { inLocale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { namingFields } from '../../../lib/refused-field';
import { browserClient } from '../../../lib/supabase/browser';
import { townName } from '../../../lib/town-name';
import { towns } from '../../../lib/towns';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readCell, saveCell } from './api';
import { type CellContent, type RegisteredKind, registeredKinds } from './content';

interface Props extends IslandProps {
  t: Dictionary['greenCells'];
  words: Dictionary['desk'];
  stored: Stored<CellContent>;
  /** The address of its page once it is stored. */
  address: string;
}

const lines = [
  ['name_zh', 40],
  ['name_en', 80],
] as const;

/** Registers a green cell, or changes one; its kind is chosen once. */
export default function CellForm({ t, words, errors, locale, address, ...props }: Props) {
  const labelOf = (field: string) => (t.desk.fields as Record<string, string>)[field] ?? field;
  const isNew = props.stored.version === 0;
  const form = useVersionedForm<CellContent>({
    name: `cell:${isNew ? 'new' : props.stored.content.id}`,
    stored: props.stored,
    save: (content, version) =>
      namingFields(labelOf, async () => saveCell(await browserClient(), content, version)),
    load: async ({ id }) => (await readCell(await browserClient(), id))?.stored ?? props.stored,
    // With its own page comes its code.
    onSaved: (now) => {
      if (isNew) location.assign(address.replace('new', now.content.id));
    },
  });
  const { content, set } = form;
  const textOf = (field: keyof CellContent, value: CellContent[keyof CellContent]) => {
    if (field === 'town_code') return townName(String(value), locale);
    if (field === 'kind') return t.kinds[value as RegisteredKind];
    if (field === 'is_open') return value ? words.list.yes : words.list.no;
    return String(value);
  };
  return (
    <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={words.form}>
      <Field label={labelOf('kind')} hint={t.desk.kindHint}>
        {(ids) => (
          <select
            {...ids}
            disabled={!isNew}
            value={content.kind}
            onChange={(event) => set('kind', event.currentTarget.value as RegisteredKind)}
          >
            {registeredKinds.map((kind) => (
              <option value={kind} key={kind}>
                {t.kinds[kind]}
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
