import { useEffect, useRef, useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { VersionNotes, type VersionWords } from '../../../components/VersionNotes';
import { fill } from '../../../i18n/fill';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { Enums } from '../../../lib/database.types';
import { draftStore } from '../../../lib/draft';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { readBaseForm, saveBase } from './api';
import { BaseFields } from './BaseFields';
import { type BaseDraft, baseProblemsOf } from './base-draft';
import { baseFieldName } from './field-names';
import type { FieldProblems } from './field-problems';
import { focusFirstProblem } from './fields/focus';
import { sentencesOf } from './fields/form';

interface Props extends IslandProps {
  t: Dictionary['eventDesk'];
  words: VersionWords;
  /** Empty for a base that is not stored yet. */
  id?: string;
  stored: Stored<BaseDraft>;
  kinds: Record<Enums<'base_kind'>, string>;
  towns: [string, string][];
}

/** Writes an education base. */
export default function BaseForm({ t, words, errors, locale, id, kinds, towns, stored }: Props) {
  const [problems, setProblems] = useState<FieldProblems>({});
  const [goTo, setGoTo] = useState<string>();
  const element = useRef<HTMLDivElement>(null);
  // One key until a new base has been saved: pressing again after a lost answer is the same base.
  const keys = draftStore<string>('base-key:new', true);

  const form = useVersionedForm<BaseDraft>({
    name: `base:${id ?? 'new'}`,
    stored,
    save: async (draft, version) => {
      const client = await browserClient();
      const key = keys.read() ?? crypto.randomUUID();
      if (!id) keys.write(key);
      const base = await saveBase(client, draft, { id, version, key });
      if (!id) {
        keys.clear();
        setGoTo(`${pathIn(locale, `/bureau/bases/${base.id}/`)}?done=saved`);
      }
      return readBaseForm(client, base.id);
    },
    load: async () => (id ? readBaseForm(await browserClient(), id) : stored),
  });
  // After the form knows that nothing is unsaved, or the browser would ask before it leaves.
  useEffect(() => {
    if (goTo) location.assign(goTo);
  }, [goTo]);
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstProblem(element.current);
  }, [problems]);

  const press = () => {
    const found = baseProblemsOf(form.content);
    setProblems(found);
    if (Object.keys(found).length === 0) form.submit();
  };
  const count = Object.keys(problems).length;
  return (
    <div ref={element}>
      <Form onSubmit={press}>
        <BaseFields
          draft={form.content}
          change={form.change}
          problem={sentencesOf(problems, t)}
          t={t}
          kinds={kinds}
          towns={towns}
        />
        <div class="form-end stack">
          <VersionNotes
            form={form}
            words={words}
            errors={errors}
            locale={locale}
            labelOf={(field) => baseFieldName(field, t)}
          />
          {count > 0 && <Notice kind="error">{fill(t.problems.summary, { count })}</Notice>}
          <button class="button" type="submit" disabled={form.busy}>
            {form.busy ? t.actions.saving : t.actions.saveShort}
          </button>
        </div>
      </Form>
    </div>
  );
}
