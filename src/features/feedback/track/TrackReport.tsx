import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { draftStore } from '../../../lib/draft';
import { problemText, Refusal } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { anonymousClient, browserClient } from '../../../lib/supabase/browser';
import type { Client } from '../../../lib/supabase/client';
import { useTask } from '../../../lib/use-task';
import { displayCode, isWellFormed, normalizeCode } from '../../rewards/voucher-code';
import { confirmFeedback, readMyReport, reopenFeedback } from '../api';
import type { Handle, MyReport, MyStep, Receipt } from '../schema';
import type { Names } from './names';
import { Report } from './Report';
import { Settle } from './Settle';

interface Props extends IslandProps, Names {
  /** The report of the caller's account that the address names. */
  number?: number | undefined;
}

interface Found {
  client: Client;
  handle: Handle;
  report: MyReport;
  steps: MyStep[];
}

export default function TrackReport({ t, errors, locale, towns, departments, number }: Props) {
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Found>();
  const [said, setSaid] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { busy, problem, run } = useTask();

  const load = async (client: Client, handle: Handle) => {
    setFound({ client, handle, ...(await readMyReport(client, handle)) });
  };
  const look = () =>
    run(async () => {
      // A wrongly copied code is told apart here, and asks nobody.
      if (!isWellFormed(code)) throw new Refusal({ code: 'code_unknown', values: {} });
      const handle = { code: normalizeCode(code) };
      await load(await anonymousClient(handle.code), handle);
    });
  const settle = (words: string, act: (found: Found) => Promise<void>) => async () => {
    if (!found) return;
    await act(found);
    await load(found.client, found.handle);
    setSaid(words);
  };

  useEffect(() => {
    const sent = draftStore<Receipt>('feedback:sent').read();
    if (number) run(async () => load(await browserClient(), { number }));
    else if (sent) setCode(displayCode(sent.tracking_code));
  }, [number]);
  useEffect(() => {
    if (found?.report.number) heading.current?.focus();
  }, [found?.report.number]);

  return (
    <div class="stack">
      {!found && (
        <Form onSubmit={look}>
          <Field label={t.track.code} hint={t.track.codeHint}>
            {(ids) => (
              <input
                {...ids}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            )}
          </Field>
          {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
          <button class="button" type="submit" disabled={busy}>
            {busy ? t.track.looking : t.track.look}
          </button>
        </Form>
      )}
      {found && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {fill(t.number, { number: found.report.number })}
          </h2>
          {said && (
            <Notice kind="success" focus>
              {said}
            </Notice>
          )}
          <Report
            t={t}
            locale={locale}
            towns={towns}
            departments={departments}
            client={found.client}
            report={found.report}
            steps={found.steps}
            photoFailed={errors.photo_unknown}
          >
            {found.report.status === 'answered' && (
              <Settle
                t={t}
                errors={errors}
                locale={locale}
                confirm={settle(t.track.confirmed, ({ client, handle }) =>
                  confirmFeedback(client, handle),
                )}
                reopen={(words) =>
                  settle(t.track.reopened, ({ client, handle }) =>
                    reopenFeedback(client, handle, words),
                  )()
                }
              />
            )}
          </Report>
          <button class="button quiet no-print" type="button" onClick={() => setFound(undefined)}>
            {t.track.back}
          </button>
        </>
      )}
    </div>
  );
}
