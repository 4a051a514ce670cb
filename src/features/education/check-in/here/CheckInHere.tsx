import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { draftStore } from '../../../../lib/draft';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { checkInWithCode } from '../api';

interface Props extends IslandProps {
  t: Dictionary['checkIn']['here'];
  /** What stood in the QR; empty when somebody came here without one. */
  scanned: { sessionId: string; code: string };
  /** The reader's confirmed sessions of today. */
  sessions: { sessionId: string; title: string }[];
}

/** Checks in at once with a scanned code, or with one that is typed. */
export default function CheckInHere({ t, errors, locale, scanned, sessions }: Props) {
  const [sessionId, setSessionId] = useState(scanned.sessionId || (sessions[0]?.sessionId ?? ''));
  const [code, setCode] = useState(scanned.code);
  const [coins, setCoins] = useState<number>();
  const { busy, problem, setProblem, run } = useTask();
  const begun = useRef(false);

  const checkIn = () =>
    run(async () => {
      // One nonce per session until it has gone through: pressing again is the same check-in.
      const store = draftStore<string>(`here:${sessionId}`);
      const nonce = store.read() ?? crypto.randomUUID();
      store.write(nonce);
      const typed = code.replace(/\s/g, '').toLowerCase();
      const done = await checkInWithCode(await browserClient(), sessionId, typed, nonce);
      store.clear();
      setCoins(done.coins);
    });
  useEffect(() => {
    // The code lives for a minute: whoever has just scanned it is not asked to press as well.
    if (scanned.sessionId && scanned.code && !begun.current) checkIn();
    begun.current = true;
  }, []);

  if (coins !== undefined) {
    return (
      <div class="stack">
        <Notice kind="success" focus>
          <p>{t.done}</p>
          {coins > 0 && <p class="coins-arrive">{fill(t.coins, { coins })}</p>}
        </Notice>
        <a class="button" href={pathIn(locale, '/wallet/')}>
          {t.wallet}
        </a>
      </div>
    );
  }
  return (
    <Form onSubmit={checkIn}>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {sessions.length > 1 && (
        <Field label={t.session}>
          {(ids) => (
            <select
              {...ids}
              value={sessionId}
              onChange={(event) => setSessionId(event.currentTarget.value)}
            >
              {sessions.map((one) => (
                <option value={one.sessionId} key={one.sessionId}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t.code} hint={t.codeHint}>
        {(ids) => (
          <input
            {...ids}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={code}
            onInput={(event) => {
              setCode(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
      <button class="button" type="submit" disabled={busy || code.trim() === '' || !sessionId}>
        {busy ? t.working : t.checkIn}
      </button>
    </Form>
  );
}
