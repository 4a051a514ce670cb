import { useState } from 'preact/hooks';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { announceChange, cancelEvent, cancelSession, publishMinutes, type Words } from './api';
import { SelectField } from './fields/SelectField';
import { WordsForm } from './WordsForm';

interface Props extends IslandProps {
  t: Dictionary['eventDesk'];
  id: string;
  version: number;
  /** People can read it, so there is something to announce. */
  isPublished: boolean;
  /** Minutes so far, of a hearing that has begun. */
  minutes?: Words;
  /** Sessions that are still to come, by id, in the reader's language. */
  sessions: [string, string][];
}

const all = '';

/** What editors do with an event beside writing it: announce, cancel, publish minutes. */
export default function EventActions(props: Props) {
  const { t, errors, locale, id, version, isPublished, minutes, sessions } = props;
  const [to, setTo] = useState(all);
  const [off, setOff] = useState(sessions[0]?.[0] ?? '');
  const words = t.actions;
  const form = { t, errors, locale };
  const then = (done: string) =>
    location.assign(`${pathIn(locale, `/bureau/events/${id}/`)}?done=${done}`);

  return (
    <div class="stack">
      {isPublished && (
        <WordsForm
          {...form}
          name={`announce:${id}`}
          title={words.announce}
          lead={words.announceLead}
          label={words.text}
          action={words.send}
          send={async (text) => {
            await announceChange(await browserClient(), id, to || undefined, text);
            then('announced');
          }}
        >
          <SelectField
            label={words.announceTo}
            value={to}
            choices={[[all, words.announceAll], ...sessions]}
            onChange={setTo}
          />
        </WordsForm>
      )}
      {minutes && (
        <WordsForm
          {...form}
          name={`minutes:${id}`}
          title={words.minutes}
          lead={words.minutesLead}
          label={words.text}
          action={words.publishMinutes}
          initial={minutes}
          send={async (text) => {
            await publishMinutes(await browserClient(), id, version, text);
            then('minutesPublished');
          }}
        />
      )}
      {sessions.length > 0 && (
        <WordsForm
          {...form}
          name={`cancel-session:${id}`}
          title={words.cancelSession}
          lead={words.cancelLead}
          label={words.reason}
          action={words.confirmCancel}
          isDangerous
          send={async (reason) => {
            await cancelSession(await browserClient(), off, reason);
            then('cancelled');
          }}
        >
          <SelectField
            label={t.sections.groupSessions}
            value={off}
            choices={sessions}
            onChange={setOff}
          />
        </WordsForm>
      )}
      <WordsForm
        {...form}
        name={`cancel-event:${id}`}
        title={words.cancelEvent}
        lead={words.cancelLead}
        label={words.reason}
        action={words.confirmCancel}
        isDangerous
        send={async (reason) => {
          await cancelEvent(await browserClient(), id, version, reason);
          then('cancelled');
        }}
      />
    </div>
  );
}
