import type { Enums } from '../../../lib/database.types';
import type { BaseDraft } from './base-draft';
import { BothLanguages } from './fields/BothLanguages';
import type { Part } from './fields/form';
import { SelectField } from './fields/SelectField';
import { TextField } from './fields/TextField';

interface Props extends Part<BaseDraft> {
  kinds: Record<Enums<'base_kind'>, string>;
  towns: [string, string][];
}

/** Everything that is said of a base. */
export function BaseFields({ kinds, towns, ...part }: Props) {
  const { draft, change, problem, t } = part;
  return (
    <>
      <section class="stack">
        <h2>{t.sections.groupAbout}</h2>
        <BothLanguages {...part} name="name" label={t.fields.name} />
        <div class="side-by-side">
          <SelectField
            label={t.fields.baseKind}
            value={draft.kind}
            choices={kinds}
            onChange={(kind) => change({ kind })}
          />
          <SelectField
            label={t.fields.town}
            value={draft.town_code}
            choices={towns}
            onChange={(town_code) => change({ town_code })}
          />
          <TextField
            label={t.fields.slug}
            hint={t.fields.slugHint}
            problem={problem('slug')}
            value={draft.slug}
            onInput={(slug) => change({ slug })}
          />
        </div>
        <BothLanguages {...part} name="summary" label={t.fields.summary} isLong />
        <BothLanguages
          {...part}
          name="courses"
          label={t.fields.courses}
          hint={t.fields.coursesHint}
          isLong
        />
      </section>
      <section class="stack">
        <h2>{t.sections.groupPlace}</h2>
        <BothLanguages {...part} name="opening" label={t.fields.opening} />
        <BothLanguages {...part} name="directions" label={t.fields.directions} isLong />
        <BothLanguages {...part} name="accessibility" label={t.fields.accessibility} isLong />
      </section>
      <section class="stack">
        <h2>{t.sections.groupStanding}</h2>
        <BothLanguages {...part} name="host" label={t.fields.host} />
        <TextField
          label={t.fields.source}
          hint={t.fields.sourceHint}
          problem={problem('source_section')}
          value={draft.source_section}
          onInput={(source_section) => change({ source_section })}
        />
        {(['is_provincial', 'is_public'] as const).map((field) => (
          <label class="choice agree" key={field}>
            <input
              type="checkbox"
              checked={draft[field]}
              onChange={(event) => change({ [field]: event.currentTarget.checked })}
            />
            <span>{field === 'is_public' ? t.fields.isPublic : t.fields.provincial}</span>
          </label>
        ))}
      </section>
    </>
  );
}
