import type { ComponentChildren } from 'preact';
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
import { publishEvent, readEventForm, saveEvent, submitEvent } from './api';
import type { EventDraft } from './event-draft';
import { problemsOf } from './event-problems';
import { eventFieldName } from './field-names';
import type { FieldProblems } from './field-problems';
import { AboutPart } from './fields/AboutPart';
import { CoverPart, type Drawings } from './fields/CoverPart';
import { focusFirstProblem } from './fields/focus';
import { sentencesOf } from './fields/form';
import { QuestionsPart } from './fields/QuestionsPart';
import { WhoPart } from './fields/WhoPart';
import { SessionsPart } from './sessions/SessionsPart';

/** What a press asks for beyond saving. */
type Step = 'save' | 'submit' | 'publish';

// Astro hands over slots as properties, which its types do not see.
interface Props extends IslandProps, Partial<Drawings> {
  t: Dictionary['eventDesk'];
  words: VersionWords;
  /** Empty for an event that is not stored yet. */
  id?: string;
  stored: Stored<EventDraft>;
  status: Enums<'event_status'>;
  mayPublish: boolean;
  kinds: Record<Enums<'event_kind'>, string>;
  themes: Record<Enums<'event_theme'>, string>;
  bases: [string, string][];
}

/** Writes an event with its sessions; the drawings of the covers come from the server. */
export default function EventForm(props: Props) {
  const { t, words, errors, locale, id, status, mayPublish, kinds, themes, bases } = props;
  const drawings = Object.fromEntries(
    Object.keys(t.covers).map((name) => [name, props[name as keyof Drawings]]),
  ) as Record<keyof Drawings, ComponentChildren>;
  const [problems, setProblems] = useState<FieldProblems>({});
  const [goTo, setGoTo] = useState<string>();
  const step = useRef<Step>('save');
  const element = useRef<HTMLDivElement>(null);
  // One key until a new event has been saved: pressing again after a lost answer is the same event.
  const keys = draftStore<string>('event-key:new', true);

  const save = async (draft: EventDraft, version: number): Promise<Stored<EventDraft>> => {
    const asked = step.current;
    // Whoever has to look at a newer version first decides anew whether to publish it.
    step.current = 'save';
    const client = await browserClient();
    const key = id ? crypto.randomUUID() : (keys.read() ?? crypto.randomUUID());
    if (!id) keys.write(key);
    const event = await saveEvent(client, draft, { id, version, key });
    if (asked === 'submit') await submitEvent(client, event.id, event.version);
    if (asked === 'publish') await publishEvent(client, event.id, event.version);
    if (!id) keys.clear();
    if (!id || asked !== 'save') {
      const done = { save: 'saved', submit: 'submitted', publish: 'published' }[asked];
      setGoTo(`${pathIn(locale, `/bureau/events/${event.id}/`)}?done=${done}`);
    }
    return readEventForm(client, event.id);
  };
  const form = useVersionedForm<EventDraft>({
    name: `event:${id ?? 'new'}`,
    stored: props.stored,
    save,
    load: async () => (id ? readEventForm(await browserClient(), id) : props.stored),
  });
  // After the form knows that nothing is unsaved, or the browser would ask before it leaves.
  useEffect(() => {
    if (goTo) location.assign(goTo);
  }, [goTo]);
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstProblem(element.current);
  }, [problems]);

  const press = (asked: Step) => {
    const found = problemsOf(form.content, asked !== 'save' || status === 'published');
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    step.current = asked;
    form.submit();
  };
  const part = {
    draft: form.content,
    change: form.change,
    problem: sentencesOf(problems, t),
    t,
  };
  const count = Object.keys(problems).length;
  const isPublished = status === 'published';
  return (
    <div ref={element}>
      <Form onSubmit={() => press('save')}>
        <AboutPart {...part} kinds={kinds} themes={themes} bases={bases} />
        <SessionsPart {...part} locale={locale} isPublished={isPublished} />
        <WhoPart {...part} />
        <QuestionsPart {...part} />
        <CoverPart {...part} drawings={drawings} />
        <div class="form-end stack">
          <VersionNotes
            form={form}
            words={words}
            errors={errors}
            locale={locale}
            labelOf={(field) => eventFieldName(field, t)}
            textOf={(field, value) =>
              field === 'sessions'
                ? fill(t.sessions.count, { count: (value as unknown[]).length })
                : typeof value === 'string'
                  ? value
                  : JSON.stringify(value)
            }
          />
          {count > 0 && <Notice kind="error">{fill(t.problems.summary, { count })}</Notice>}
          <div class="actions">
            <button class="button" type="submit" disabled={form.busy}>
              {form.busy
                ? t.actions.saving
                : isPublished
                  ? t.actions.publishChanges
                  : t.actions.save}
            </button>
            {status === 'draft' && !mayPublish && (
              <button
                class="button quiet"
                type="button"
                disabled={form.busy}
                onClick={() => press('submit')}
              >
                {t.actions.submit}
              </button>
            )}
            {(status === 'draft' || status === 'submitted') && mayPublish && (
              <button
                class="button quiet"
                type="button"
                disabled={form.busy}
                onClick={() => press('publish')}
              >
                {t.actions.publish}
              </button>
            )}
          </div>
        </div>
      </Form>
    </div>
  );
}
