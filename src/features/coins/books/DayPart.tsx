import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';
import { type PublishedDay, readDayLeaves, readDays } from './api';
import { DayResult, type DayVerdict } from './DayResult';
import { nobody } from './nobody';
import type { Receipt } from './receipt';
import { dayAfter, firstBreak } from './seal';

interface Props extends IslandProps {
  t: Dictionary['verify'];
  /** A receipt that holds by itself: it must be among the leaves of its day. */
  receipt: Receipt | undefined;
}

/** How far a check has come. */
interface Progress {
  day: PublishedDay;
  done: number;
}

/** Fetches all leaves of a day, builds its tree and adds it up; with progress, and a way to stop. */
export function DayPart({ t, errors, locale, receipt }: Props) {
  const [asked, setAsked] = useState('');
  const [progress, setProgress] = useState<Progress>();
  const [verdict, setVerdict] = useState<DayVerdict>();
  const { busy, problem, run } = useTask();
  const ending = useRef<AbortController | null>(null);
  useEffect(() => {
    // What was found before was about another receipt.
    setVerdict(undefined);
    if (receipt) setAsked(receipt.day);
  }, [receipt]);
  useEffect(() => () => ending.current?.abort(), []);

  const check = () =>
    run(async () => {
      setVerdict(undefined);
      setProgress(undefined);
      if (!asked) return;
      ending.current = new AbortController();
      const { signal } = ending.current;
      // What needs the network anyway comes by it.
      const [client, { checkDay }] = await Promise.all([nobody(), import('./check-day')]);
      const days = await readDays(client, dayAfter(asked, -1), asked);
      const day = days.find((one) => one.day === asked);
      if (!day) return setVerdict({ kind: 'missing', day: asked });
      let done = 0;
      setProgress({ day, done });
      try {
        const result = await checkDay({
          day,
          readPage: (page) => readDayLeaves(client, asked, page),
          onProgress: (count) => {
            done = count;
            setProgress({ day, done });
          },
          signal,
          receipt: receipt?.day === asked ? receipt : undefined,
        });
        const gap = await firstBreak(
          [day],
          days.find((one) => one.day !== asked),
        );
        setVerdict({
          kind: 'checked',
          day,
          result,
          failed: result.failed ?? gap?.fact,
          hasReceipt: receipt?.day === asked,
        });
      } catch (error) {
        if (!signal.aborted) throw error;
        setVerdict({ kind: 'cancelled', done });
      } finally {
        setProgress(undefined);
      }
    });

  return (
    <section class="section stack">
      <h2>{t.day.heading}</h2>
      <p class="lead">{t.day.lead}</p>
      <Form onSubmit={check}>
        <Field label={t.day.label}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={asked}
              onInput={(event) => setAsked(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="actions">
          <button class="button" type="submit" disabled={busy || !asked}>
            {t.day.check}
          </button>
          {busy && (
            <button class="button quiet" type="button" onClick={() => ending.current?.abort()}>
              {t.day.cancel}
            </button>
          )}
        </div>
      </Form>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {busy && <Counting t={t} progress={progress} />}
      {!busy && verdict && <DayResult t={t} locale={locale} verdict={verdict} />}
    </section>
  );
}

/** How many transfers of how many have been counted. */
function Counting({ t, progress }: { t: Props['t']; progress: Progress | undefined }) {
  if (!progress || progress.done === 0) return <p role="status">{t.day.reading}</p>;
  const { day, done } = progress;
  const words = fill(t.day.progress, { done, total: day.transfers });
  return (
    <p>
      <label>
        {words}
        <progress class="counting" value={done} max={day.transfers} />
      </label>
    </p>
  );
}
