import { ordinals } from '../../recurrence';
import { BothLanguages } from '../fields/BothLanguages';
import { Choices } from '../fields/Choices';
import type { Part } from '../fields/form';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import type { RuleDraft } from './rule-draft';

type TextOf<Draft> = {
  [Name in keyof Draft]: Draft[Name] extends string ? Name : never;
}[keyof Draft];

/** How sessions repeat, and what they have in common. */
export function RuleFields({ draft, change, problem, t }: Part<RuleDraft>) {
  const words = t.sessions;
  const { session } = draft;
  const changeSession = (changes: Partial<RuleDraft['session']>) =>
    change({ session: { ...session, ...changes } });
  const text = (name: TextOf<RuleDraft>, label: string, type: 'text' | 'date') => (
    <TextField
      label={label}
      type={type}
      {...(type === 'text' ? { inputMode: 'numeric' as const } : {})}
      problem={problem(name)}
      value={draft[name]}
      onInput={(value) => change({ [name]: value })}
    />
  );
  const ofSession = (
    name: keyof RuleDraft['session'],
    label: string,
    type: 'text' | 'time' = 'text',
  ) => (
    <TextField
      label={label}
      type={type}
      {...(type === 'text' ? { inputMode: 'numeric' as const } : {})}
      problem={problem(name)}
      value={session[name]}
      onInput={(value) => changeSession({ [name]: value })}
    />
  );
  return (
    <>
      <div class="in-threes">
        <SelectField
          label={words.rhythm}
          value={draft.every}
          choices={{ week: words.weekly, month: words.monthly }}
          onChange={(every) => change({ every })}
        />
        {text(
          'interval',
          `${words.every} … ${draft.every === 'week' ? words.week : words.month}`,
          'text',
        )}
        {text('first', words.first, 'date')}
      </div>
      {draft.every === 'week' ? (
        <Choices
          label={words.on}
          problem={problem('on')}
          values={draft.on}
          choices={words.weekdays}
          onChange={(on) => change({ on })}
        />
      ) : (
        <div class="side-by-side">
          <SelectField
            label={words.ordinal}
            value={draft.ordinal}
            // Numbers as keys would come first in their own order, and the last one has to be last.
            choices={ordinals.map((each): [RuleDraft['ordinal'], string] => [
              `${each}`,
              words.ordinals[each],
            ])}
            onChange={(ordinal) => change({ ordinal })}
          />
          <SelectField
            label={words.on}
            value={draft.weekday}
            choices={words.weekdays}
            onChange={(weekday) => change({ weekday })}
          />
        </div>
      )}
      <div class="side-by-side">
        <SelectField
          label={words.ends}
          value={draft.endsBy}
          choices={{ count: words.byCount, until: words.byDay }}
          onChange={(endsBy) => change({ endsBy })}
        />
        {draft.endsBy === 'count'
          ? text('count', words.times, 'text')
          : text('until', words.lastDay, 'date')}
        {ofSession('from', words.from, 'time')}
        {ofSession('to', words.to, 'time')}
        {ofSession('capacity', words.capacity)}
        {ofSession('waitlist_limit', words.waitlist)}
      </div>
      <BothLanguages
        draft={session}
        change={changeSession}
        problem={problem}
        t={t}
        name="place"
        label={words.place}
      />
    </>
  );
}
