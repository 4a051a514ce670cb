import type { Enums } from '../../../../lib/database.types';
import type { EventDraft } from '../event-draft';
import { BothLanguages } from './BothLanguages';
import type { Part } from './form';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

interface Props extends Part<EventDraft> {
  kinds: Record<Enums<'event_kind'>, string>;
  themes: Record<Enums<'event_theme'>, string>;
  /** The bases somebody may write events for, by id, in the reader's language. */
  bases: [string, string][];
}

/** What the event is: where, of which kind, its titles and words. */
export function AboutPart({ kinds, themes, bases, ...part }: Props) {
  const { draft, change, problem, t } = part;
  return (
    <section class="stack">
      <h2>{t.sections.groupAbout}</h2>
      <div class="side-by-side">
        <SelectField
          label={t.fields.base}
          value={draft.base_id}
          choices={bases}
          onChange={(base_id) => change({ base_id })}
        />
        <SelectField
          label={t.fields.kind}
          value={draft.kind}
          choices={kinds}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label={t.fields.theme}
          value={draft.theme}
          choices={themes}
          onChange={(theme) => change({ theme })}
        />
        <TextField
          label={t.fields.slug}
          hint={t.fields.slugHint}
          problem={problem('slug')}
          value={draft.slug}
          onInput={(slug) => change({ slug })}
        />
      </div>
      <BothLanguages {...part} name="title" label={t.fields.title} />
      <BothLanguages {...part} name="summary" label={t.fields.summary} isLong />
      <BothLanguages
        {...part}
        name="programme"
        label={t.fields.programme}
        hint={t.fields.programmeHint}
        isLong
      />
    </section>
  );
}
