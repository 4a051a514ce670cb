import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../../i18n/fill';
import { formatDay } from '../../../lib/dates';
import { browserClient } from '../../../lib/supabase/browser';
import type { Client } from '../../../lib/supabase/client';
import { useTask } from '../../../lib/use-task';
import { daysLate } from '../lateness';
import { Photo } from '../Photo';
import { Timeline } from '../track/Timeline';
import { AnswerForm } from './AnswerForm';
import { type DeskItem, type DeskStep, type Original, readOriginal, readSteps } from './api';
import { Decisions } from './Decisions';
import { Originals } from './Originals';
import { PassOn } from './PassOn';
import type { DeskProps } from './parts';

interface Props extends Omit<DeskProps, 'setItem'> {
  steps: DeskStep[];
  isModerator: boolean;
  isEditor: boolean;
}

/** One report on the desk: what whose role it is may see of it and do with it. */
export default function FeedbackDesk({ isModerator, isEditor, ...given }: Props) {
  const { t, locale, departments, towns } = given;
  const [item, setItem] = useState<DeskItem>(given.item);
  const [steps, setSteps] = useState(given.steps);
  const [original, setOriginal] = useState<Original>();
  const [client, setClient] = useState<Client>();
  const { busy, problem, run } = useTask();

  useEffect(() => {
    browserClient().then(setClient, () => {});
  }, []);
  useEffect(() => {
    if (client && item.version !== given.item.version) {
      readSteps(client, item.id).then(setSteps, () => {});
    }
  }, [client, item.version]);

  const show = () =>
    run(async () => {
      setOriginal(await readOriginal(await browserClient(), item.id));
    });
  const props: DeskProps = { ...given, item, setItem };
  const late = daysLate(item);
  const mayAnswer = isEditor && ['assigned', 'reopened', 'answered'].includes(item.status);

  return (
    <div class="feedback-desk">
      <p>
        {t.kinds[item.kind]} · <strong>{t.statuses[item.status]}</strong>{' '}
        {late > 0 && <strong class="feedback-late">{fill(t.overdue, { days: late })}</strong>}{' '}
        <span class="soft">
          {[
            item.town_code ? towns[item.town_code] : t.anywhere,
            item.department ? (departments[item.department] ?? item.department) : '',
            fill(t.dueOn, { day: formatDay(item.due_on, locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p class="feedback-words">{item.public_text || t.bureau.notLooked}</p>
      {item.place_text && <p class="soft">{item.place_text}</p>}
      {!isModerator &&
        client &&
        item.photos_public.map((name, index) => (
          <Photo
            key={name}
            client={client}
            name={name}
            alt={fill(t.done.photoAlt, { n: index + 1 })}
            failed={given.errors.photo_unknown}
          />
        ))}
      {item.answer_zh && !mayAnswer && (
        <section class="section stack">
          <h2>{t.bureau.answerHeading}</h2>
          <p class="feedback-words">{item.answer_zh}</p>
          {item.answer_en && (
            <p class="feedback-words" lang="en">
              {item.answer_en}
            </p>
          )}
        </section>
      )}
      {mayAnswer && <AnswerForm {...props} key={`answer ${item.id}`} />}
      {isModerator && (
        <div class="feedback-columns">
          <Originals
            t={t}
            errors={given.errors}
            locale={locale}
            client={client}
            original={original}
            busy={busy}
            problem={problem}
            show={show}
          />
          {item.status !== 'closed' && (
            <PassOn
              {...props}
              original={original}
              key={`pass ${item.status} ${item.reopened_count}`}
            />
          )}
          <Decisions {...props} />
        </div>
      )}
      <section class="section stack">
        <h2>{t.bureau.history}</h2>
        <Timeline t={t} locale={locale} towns={towns} departments={departments} steps={steps} />
      </section>
    </div>
  );
}
