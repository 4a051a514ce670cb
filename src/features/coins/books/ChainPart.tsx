import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatDay, shanghaiDay } from '../../../lib/dates';
import type { IslandProps } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';
import { readDays } from './api';
import type { ChainResult } from './check-chain';
import { nobody } from './nobody';
import { dayAfter } from './seal';

interface Props extends IslandProps {
  t: Dictionary['verify'];
}

/** Follows the seals from day to day, and looks for one that somebody has kept. */
export function ChainPart({ t, errors, locale }: Props) {
  const words = t.chain;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kept, setKept] = useState('');
  const [wrong, setWrong] = useState<{ range?: boolean; seal?: boolean }>({});
  const [done, setDone] = useState(0);
  const [result, setResult] = useState<ChainResult>();
  const { busy, problem, run } = useTask();
  // The page is built once: which day is yesterday is known only when it is read.
  useEffect(() => {
    const yesterday = dayAfter(shanghaiDay(new Date()), -1);
    setFrom(dayAfter(yesterday, -27));
    setTo(yesterday);
  }, []);
  const seal = kept.trim().toLowerCase();

  const check = () => {
    const found = {
      range: !from || !to || from > to,
      seal: seal !== '' && !/^[0-9a-f]{64}$/.test(seal),
    };
    setWrong(found);
    setResult(undefined);
    if (found.range || found.seal) return;
    run(async () => {
      setDone(0);
      // What needs the network anyway comes by it.
      const [client, { checkChain }] = await Promise.all([nobody(), import('./check-chain')]);
      const read = (first: string, last: string) => readDays(client, first, last);
      setResult(await checkChain({ from, to, kept: seal, read, onProgress: setDone }));
    });
  };

  const day = (text: string | undefined) => (text ? formatDay(text, locale) : '');
  return (
    <section class="section stack">
      <h2>{words.heading}</h2>
      <p class="lead">{words.lead}</p>
      <Form onSubmit={check}>
        <div class="dates">
          <Field label={words.from} problem={wrong.range ? words.badRange : undefined}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={from}
                onInput={(event) => setFrom(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={words.to}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={to}
                onInput={(event) => setTo(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <Field
          label={words.kept}
          hint={words.keptHint}
          problem={wrong.seal ? words.badSeal : undefined}
        >
          {(ids) => (
            <input
              {...ids}
              class="hash"
              autocomplete="off"
              spellcheck={false}
              value={kept}
              onInput={(event) => setKept(event.currentTarget.value)}
            />
          )}
        </Field>
        <button class="button" type="submit" disabled={busy}>
          {words.check}
        </button>
      </Form>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {busy && done > 0 && <p role="status">{fill(words.progress, { done })}</p>}
      {!busy && result?.count === 0 && <Notice kind="info">{words.none}</Notice>}
      {!busy && result && result.count > 0 && (
        <Notice kind={result.broken || result.kept === 'missing' ? 'error' : 'success'} focus>
          <p>
            {result.broken
              ? fill(t.day.failed[result.broken.fact], { day: day(result.broken.day) })
              : fill(words.holds, {
                  from: day(result.first),
                  to: day(result.last),
                  count: result.count,
                })}
          </p>
          {result.isBeginning && <p>{fill(words.beginning, { day: day(result.first) })}</p>}
          {result.kept === 'missing' && <p>{words.keptMissing}</p>}
          {result.kept && result.kept !== 'missing' && (
            <p>{fill(words.keptFound, { day: day(result.kept) })}</p>
          )}
        </Notice>
      )}
    </section>
  );
}
