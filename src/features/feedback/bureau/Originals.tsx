import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Problem } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import { Photo } from '../Photo';
import type { Original } from './api';
import type { DeskProps } from './parts';

interface Props extends Pick<DeskProps, 't' | 'errors' | 'locale'> {
  client: Client | undefined;
  original: Original | undefined;
  busy: boolean;
  problem: Problem | undefined;
  show: () => void;
}

/** The report as it was sent, once a moderator asks for it; who sent it is not in it. */
export function Originals({ t, errors, locale, client, original, busy, problem, show }: Props) {
  const { bureau } = t;
  return (
    <section class="section stack">
      <h2>{bureau.original}</h2>
      <p class="soft">{bureau.originalNote}</p>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {!original && (
        <button class="button quiet" type="button" disabled={busy} onClick={show}>
          {bureau.showOriginal}
        </button>
      )}
      {original && (
        <div class="stack">
          <Notice kind="info">{bureau.originalShown}</Notice>
          <blockquote class="feedback-words">{original.body}</blockquote>
          {original.replies.map((reply, index) => (
            <div key={reply + index}>
              <p class="soft">{bureau.reply}</p>
              <blockquote class="feedback-words">{reply}</blockquote>
            </div>
          ))}
          <dl class="feedback-facts">
            <dt>{t.track.place}</dt>
            <dd>{original.place || t.send.none}</dd>
            {original.latitude && (
              <>
                <dt>{bureau.point}</dt>
                <dd>
                  {original.latitude}, {original.longitude}
                </dd>
              </>
            )}
            <dt>{bureau.contact}</dt>
            <dd>{original.contact || bureau.noContact}</dd>
          </dl>
          {client &&
            original.photos.map((name, index) => (
              <figure key={name}>
                <Photo
                  client={client}
                  name={name}
                  alt={fill(t.track.photoAlt, { n: index + 1 })}
                  failed={errors.photo_unknown}
                />
                <figcaption class="soft">{fill(bureau.photo, { n: index + 1 })}</figcaption>
              </figure>
            ))}
        </div>
      )}
    </section>
  );
}
