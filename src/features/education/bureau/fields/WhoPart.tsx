import type { EventDraft } from '../event-draft';
import { BothLanguages } from './BothLanguages';
import { Choices } from './Choices';
import type { Part } from './form';
import { TextField } from './TextField';

/** Who the event is for: audience, languages, ages, accessibility, and what coming earns. */
export function WhoPart(part: Part<EventDraft>) {
  const { draft, change, problem, t } = part;
  const ages = {
    minimum_age: t.fields.minimumAge,
    maximum_age: t.fields.maximumAge,
    guardian_below: t.fields.guardianBelow,
  };
  return (
    <section class="stack">
      <h2>{t.sections.groupWho}</h2>
      <BothLanguages {...part} name="audience" label={t.fields.audience} />
      <Choices
        label={t.fields.languages}
        problem={problem('languages')}
        values={draft.languages}
        choices={t.languages}
        onChange={(languages) => change({ languages })}
      />
      <div class="side-by-side">
        {(Object.keys(ages) as (keyof typeof ages)[]).map((field) => (
          <TextField
            key={field}
            label={ages[field]}
            hint={t.fields.optional}
            problem={problem(field)}
            inputMode="numeric"
            value={draft[field]}
            onInput={(value) => change({ [field]: value })}
          />
        ))}
        <TextField
          label={t.fields.coins}
          hint={t.fields.coinsHint}
          problem={problem('coins')}
          inputMode="numeric"
          value={draft.coins}
          onInput={(coins) => change({ coins })}
        />
      </div>
      <BothLanguages {...part} name="accessibility" label={t.fields.accessibility} isLong />
    </section>
  );
}
