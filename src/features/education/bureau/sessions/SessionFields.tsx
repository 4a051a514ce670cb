import type { SessionDraft } from '../event-draft';
import { BothLanguages } from '../fields/BothLanguages';
import type { Part } from '../fields/form';
import { TextField } from '../fields/TextField';

interface Props extends Part<SessionDraft> {
  /** Where its problems are found: `sessions.2.` */
  path: string;
}

/** When and where a session is, and how many may come. */
export function SessionFields(props: Props) {
  const { draft, change, problem, t, path } = props;
  const field = (
    name: 'day' | 'from' | 'to' | 'opens' | 'closes' | 'capacity' | 'waitlist_limit',
    label: string,
    type: 'text' | 'date' | 'time' | 'datetime-local' = 'text',
  ) => (
    <TextField
      label={label}
      type={type}
      {...(type === 'text' ? { inputMode: 'numeric' as const } : {})}
      problem={problem(`${path}${name}`)}
      value={draft[name]}
      onInput={(value) => change({ [name]: value })}
    />
  );
  return (
    <div class="stack">
      <div class="in-threes">
        {field('day', t.sessions.day, 'date')}
        {field('from', t.sessions.from, 'time')}
        {field('to', t.sessions.to, 'time')}
      </div>
      <BothLanguages {...props} name="place" label={t.sessions.place} />
      <div class="side-by-side">
        {field('capacity', t.sessions.capacity)}
        {field('waitlist_limit', t.sessions.waitlist)}
        {field('opens', t.sessions.opens, 'datetime-local')}
        {field('closes', t.sessions.closes, 'datetime-local')}
      </div>
    </div>
  );
}
