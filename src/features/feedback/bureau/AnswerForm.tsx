import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { VersionNotes } from '../../../components/VersionNotes';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { act, type DeskItem, requireItem } from './api';
import type { DeskProps } from './parts';

interface Content {
  zh: string;
  en: string;
}

const storedOf = ({ version, answer_zh, answer_en }: DeskItem): Stored<Content> => ({
  version,
  content: { zh: answer_zh, en: answer_en },
});

/** The desk answers; it has read the struck-out text only. */
export function AnswerForm({ t, errors, locale, words, item, setItem }: DeskProps) {
  const { bureau } = t;
  const form = useVersionedForm<Content>({
    name: `answer:${item.id}`,
    stored: storedOf(item),
    save: async ({ zh, en }, version) => {
      const saved = await act(await browserClient(), 'answer_feedback', {
        p_id: item.id,
        p_version: version,
        p_answer_zh: zh,
        p_answer_en: en,
      });
      setItem(saved);
      return storedOf(saved);
    },
    load: async () => storedOf(await requireItem(await browserClient(), item.id)),
  });
  const fields = [
    { key: 'zh', label: bureau.answerZh, limit: 3000 },
    { key: 'en', label: bureau.answerEn, limit: 6000 },
  ] as const;
  return (
    <section class="section stack">
      <h2>{bureau.answerHeading}</h2>
      <Form onSubmit={form.submit}>
        {fields.map(({ key, label, limit }) => (
          <Field label={label} key={key}>
            {(ids) => (
              <textarea
                {...ids}
                rows={5}
                maxLength={limit}
                value={form.content[key]}
                onInput={(event) => form.set(key, event.currentTarget.value)}
              />
            )}
          </Field>
        ))}
        <VersionNotes
          form={form}
          words={{ ...words, saved: bureau.answered }}
          errors={errors}
          locale={locale}
          labelOf={(field) => (field === 'zh' ? bureau.answerZh : bureau.answerEn)}
        />
        <button class="button" type="submit" disabled={form.busy}>
          {bureau.answer}
        </button>
      </Form>
    </section>
  );
}
