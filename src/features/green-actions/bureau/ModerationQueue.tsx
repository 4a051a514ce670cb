import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import { isAboutSession, problemOf } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { type ActionLog, decideLog, readQueue } from '../api';
import { EvidencePhoto } from './EvidencePhoto';

interface Props extends IslandProps {
  t: Dictionary['bureau'];
  /** Names of the actions by code, in the reader's language. */
  actionNames: Record<string, string>;
  logs: ActionLog[];
  count: number;
}

type Reason = keyof Dictionary['bureau']['reasons'];

export default function ModerationQueue({ t, errors, locale, actionNames, ...initial }: Props) {
  const [logs, setLogs] = useState(initial.logs);
  const [count, setCount] = useState(initial.count);
  const [said, setSaid] = useState<string>();
  const [isRejecting, setIsRejecting] = useState(false);
  const [reason, setReason] = useState<Reason>('unclear_photo');
  const [note, setNote] = useState('');
  const { busy, problem, run } = useTask();
  const heading = useRef<HTMLHeadingElement>(null);
  // Put aside for now, not judged: another moderator, or a later look, will see it.
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const log = logs.find(({ id }) => !skipped.has(id)) ?? logs[0];

  useEffect(() => {
    if (said) heading.current?.focus();
  }, [said, log?.id]);

  const refresh = async () => {
    const queue = await readQueue(await browserClient());
    setLogs(queue.logs);
    setCount(queue.count);
  };
  const decide = (approve: boolean) =>
    run(async () => {
      if (!log) return;
      setSaid(undefined);
      try {
        await decideLog(
          await browserClient(),
          log.id,
          approve ? { approve } : { approve, reason, note },
        );
      } catch (error) {
        // Whoever decided it, the list is what the database says now; a session that has ended is
        // told nothing, and what was written stays.
        if (!isAboutSession(problemOf(error))) await refresh();
        throw error;
      }
      await refresh();
      setSaid(approve ? t.approved : t.rejected);
      setIsRejecting(false);
      setNote('');
    });

  const skip = () => {
    if (!log) return;
    const rest = logs.filter(({ id }) => id !== log.id && !skipped.has(id));
    // Once round, and the first comes back.
    setSkipped(rest.length > 0 ? new Set([...skipped, log.id]) : new Set());
    setSaid(undefined);
  };

  return (
    <section class="section stack">
      <h2 ref={heading} tabIndex={-1}>
        {t.queueHeading}
      </h2>
      <p>{fill(t.waiting, { count })}</p>
      {said && <Notice kind="success">{said}</Notice>}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {!log && <p class="notice">{t.queueEmpty}</p>}
      {log && (
        <article class="card" key={log.id}>
          <h3>{actionNames[log.action_code] ?? log.action_code}</h3>
          <p class="soft">
            {t.loggedAt} {formatMoment(log.logged_at, locale)} ·{' '}
            {fill(t.pays, { coins: log.coins })}
          </p>
          {log.note && <blockquote>{log.note}</blockquote>}
          {log.evidence_path ? (
            <EvidencePhoto
              logId={log.id}
              alt={fill(t.photoOf, { action: actionNames[log.action_code] ?? '' })}
              failed={errors.photo_unknown}
            />
          ) : (
            <p class="soft">{t.noPhoto}</p>
          )}
          <Form>
            {isRejecting && (
              <div class="stack">
                <Field label={t.reason}>
                  {(ids) => (
                    <select
                      {...ids}
                      value={reason}
                      onChange={(event) => setReason(event.currentTarget.value as Reason)}
                    >
                      {Object.entries(t.reasons).map(([code, words]) => (
                        <option value={code} key={code}>
                          {words}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <Field label={t.reasonNote}>
                  {(ids) => (
                    <input
                      {...ids}
                      maxLength={200}
                      value={note}
                      onInput={(event) => setNote(event.currentTarget.value)}
                    />
                  )}
                </Field>
              </div>
            )}
            <div class="actions">
              {isRejecting ? (
                <>
                  <button
                    class="button danger"
                    type="button"
                    disabled={busy}
                    onClick={() => decide(false)}
                  >
                    {t.confirmReject}
                  </button>
                  <button
                    class="button quiet"
                    type="button"
                    disabled={busy}
                    onClick={() => setIsRejecting(false)}
                  >
                    {t.cancel}
                  </button>
                </>
              ) : (
                <>
                  <button class="button" type="button" disabled={busy} onClick={() => decide(true)}>
                    {t.approve}
                  </button>
                  <button
                    class="button danger"
                    type="button"
                    disabled={busy}
                    onClick={() => setIsRejecting(true)}
                  >
                    {t.reject}
                  </button>
                  {logs.length > 1 && (
                    <button class="button quiet" type="button" disabled={busy} onClick={skip}>
                      {t.skip}
                    </button>
                  )}
                </>
              )}
            </div>
          </Form>
        </article>
      )}
    </section>
  );
}
