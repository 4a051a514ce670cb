import { useEffect } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { VersionNotes } from '../../../components/VersionNotes';
import { fill } from '../../../i18n/fill';
import { shanghaiDay } from '../../../lib/dates';
import { browserClient } from '../../../lib/supabase/browser';
import { type Stored, useVersionedForm } from '../../../lib/use-versioned-form';
import { act, type DeskItem, type Original, requireItem } from './api';
import type { DeskProps } from './parts';
import { StrikeText } from './StrikeText';

interface Content {
  town: string;
  department: string;
  due: string;
  text: string;
  place: string;
  photos: string[];
}

/** A week, for a report that nobody has given a day yet. */
const inAWeek = () => shanghaiDay(new Date(Date.now() + 7 * 86_400_000));

const storedOf = (item: DeskItem): Stored<Content> => ({
  version: item.version,
  content: {
    town: item.town_code ?? '',
    department: item.department ?? '',
    due: item.status === 'received' || item.status === 'reopened' ? inAWeek() : item.due_on,
    text: item.public_text,
    place: item.place_text,
    photos: item.photos_public,
  },
});

interface Props extends DeskProps {
  original: Original | undefined;
}

/** A moderator passes a report on: to whom, until when, and what of it may be seen. */
export function PassOn(props: Props) {
  const { t, errors, locale, words, towns, departments, item, setItem, original } = props;
  const { bureau } = t;
  const form = useVersionedForm<Content>({
    name: `feedback:${item.id}`,
    stored: storedOf(item),
    save: async ({ town, department, due, text, place, photos }, version) => {
      const saved = await act(await browserClient(), 'assign_feedback', {
        p_id: item.id,
        p_version: version,
        p_town_code: (town || null) as string,
        p_department: department,
        p_due_on: due,
        p_public_text: text,
        p_place_text: place,
        p_photos: photos,
      });
      setItem(saved);
      return storedOf(saved);
    },
    load: async () => storedOf(await requireItem(await browserClient(), item.id)),
  });
  const { content, set } = form;
  useEffect(() => {
    // The original is where the text begins; what was written before stays.
    if (!original || content.text) return;
    set('text', original.body);
  }, [original]);
  useEffect(() => {
    if (original?.place && !content.place && content.text) set('place', original.place);
  }, [original, content.text]);

  const isAnswered = ['answered', 'confirmed'].includes(item.status);
  const labels: Record<keyof Content, string> = {
    town: bureau.town,
    department: bureau.department,
    due: bureau.dueOn,
    text: bureau.publicText,
    place: bureau.placeText,
    photos: bureau.photos,
  };
  return (
    <section class="section stack">
      <h2>{bureau.passOn}</h2>
      <p class="soft">{bureau.passOnNote}</p>
      <Form onSubmit={form.submit}>
        <StrikeText
          t={t}
          label={bureau.publicText}
          text={content.text}
          change={(text) => set('text', text)}
        />
        <Field label={bureau.placeText}>
          {(ids) => (
            <input
              {...ids}
              maxLength={200}
              value={content.place}
              onInput={(event) => set('place', event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={bureau.town}>
          {(ids) => (
            <select
              {...ids}
              value={content.town}
              onChange={(event) => set('town', event.currentTarget.value)}
            >
              <option value="">{t.anywhere}</option>
              {Object.entries(towns).map(([code, name]) => (
                <option value={code} key={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={bureau.department}>
          {(ids) => (
            <select
              {...ids}
              disabled={isAnswered}
              value={content.department}
              onChange={(event) => set('department', event.currentTarget.value)}
            >
              <option value="">{bureau.chooseDepartment}</option>
              {Object.entries(departments).map(([code, name]) => (
                <option value={code} key={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={bureau.dueOn}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              disabled={isAnswered}
              value={content.due}
              onInput={(event) => set('due', event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class="plain stack">
          <legend>
            <strong>{bureau.photos}</strong>
          </legend>
          {(original?.photos ?? content.photos).map((name, index) => (
            <label class="choice" key={name}>
              <input
                type="checkbox"
                checked={content.photos.includes(name)}
                onChange={(event) =>
                  set(
                    'photos',
                    event.currentTarget.checked
                      ? [...content.photos, name].sort()
                      : content.photos.filter((one) => one !== name),
                  )
                }
              />
              {fill(bureau.photo, { n: index + 1 })}
            </label>
          ))}
          {(original?.photos ?? content.photos).length === 0 && (
            <p class="soft">{bureau.noPhotos}</p>
          )}
        </fieldset>
        <VersionNotes
          form={form}
          words={words}
          errors={errors}
          locale={locale}
          labelOf={(field) => labels[field]}
        />
        <button class="button" type="submit" disabled={form.busy}>
          {isAnswered ? bureau.saveText : bureau.assign}
        </button>
      </Form>
    </section>
  );
}
