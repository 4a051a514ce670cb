import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { Form } from '../../components/Form';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import type { Enums } from '../../lib/database.types';
import { draftStore } from '../../lib/draft';
import { problemText, Refusal } from '../../lib/errors';
import { type IslandProps, signInAddress } from '../../lib/island';
import { type PhotoProblem, shrinkPhoto } from '../../lib/photo';
import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { useTask } from '../../lib/use-task';
import { type ActionLog, logGreenAction, uploadEvidence } from './api';

interface Props extends IslandProps {
  t: Dictionary['act'];
  action: {
    code: string;
    coins: number;
    proof: Enums<'action_proof'>;
    review: Enums<'action_review'>;
  };
  /** Whether where it happened matters, so that the note asks for it. */
  asksPlace: boolean;
}

interface Draft {
  key: string;
  note: string;
  onsiteCode: string;
}

export default function LogAction({ t, errors, locale, action, asksPlace }: Props) {
  const store = useRef(draftStore<Draft>(`log:${action.code}`));
  const [draft, setDraft] = useState<Draft>({ key: '', note: '', onsiteCode: '' });
  const [photo, setPhoto] = useState<Blob>();
  const [photoProblem, setPhotoProblem] = useState<PhotoProblem>();
  const [done, setDone] = useState<ActionLog>();
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const { busy, problem, setProblem, run } = useTask();

  useEffect(() => {
    setIsSignedIn(hasSessionCookie(document.cookie));
    setDraft(store.current.read() ?? { key: crypto.randomUUID(), note: '', onsiteCode: '' });
  }, []);

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    store.current.write(next);
    setProblem(undefined);
  };

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setPhotoProblem(undefined);
    try {
      setPhoto(await shrinkPhoto(file));
      // Another photo is another log: the key of the last try names the photo of the last try.
      change({ key: crypto.randomUUID() });
    } catch (name) {
      setPhoto(undefined);
      setPhotoProblem(name as PhotoProblem);
    }
  };

  const send = () =>
    run(async () => {
      if (action.proof === 'photo' && !photo) {
        throw new Refusal({ code: 'photo_missing', values: {} });
      }
      const client = await browserClient();
      const evidencePath = photo && (await uploadEvidence(client, draft.key, photo));
      const { logInput } = await import('./schema');
      const log = await logGreenAction(
        client,
        logInput.parse({
          action_code: action.code,
          key: draft.key,
          note: draft.note,
          ...(evidencePath ? { evidence_path: evidencePath } : {}),
          ...(draft.onsiteCode ? { onsite_code: draft.onsiteCode } : {}),
        }),
      );
      store.current.clear();
      setDone(log);
    });

  if (done) {
    return (
      <div class="stack">
        <Notice kind="success" focus>
          <p class={done.status === 'approved' ? 'coins-arrive' : ''}>
            {fill(done.status === 'approved' ? t.approved : t.pending, { coins: done.coins })}
          </p>
        </Notice>
        <p class="actions">
          <a class="button" href={pathIn(locale, '/wallet/')}>
            {t.seeWallet}
          </a>
          <a class="button quiet" href={pathIn(locale, '/act/')}>
            {t.another}
          </a>
        </p>
      </div>
    );
  }

  if (isSignedIn === false) {
    const back = `${pathIn(locale, '/act/')}?action=${action.code}`;
    return (
      <Notice kind="info">
        <p>{t.signInFirst}</p>
        <p>
          <a class="button" href={signInAddress(locale, back)}>
            {t.signIn}
          </a>
        </p>
      </Notice>
    );
  }

  return (
    <Form onSubmit={send}>
      {action.proof === 'photo' && (
        <Field label={t.photo} hint={t.photoHint}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept="image/*"
              onChange={(event) => choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
      )}
      {photoProblem && <Notice kind="error">{t[photoProblem]}</Notice>}
      {photo && (
        <Notice kind="info">
          {fill(t.photoChosen, { size: Math.max(1, Math.round(photo.size / 1024)) })}
        </Notice>
      )}
      {action.proof === 'onsite_code' && (
        <Field label={t.onsiteCode} hint={t.onsiteCodeHint}>
          {(ids) => (
            <input
              {...ids}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={draft.onsiteCode}
              onInput={(event) => change({ onsiteCode: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Field label={asksPlace ? t.place : t.note} hint={t.noteHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={200}
            value={draft.note}
            onInput={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      {problem && (
        <Notice kind="error">
          <p>{problemText(problem, errors, locale)}</p>
          {problem.code === 'sign_in_first' && (
            <a href={signInAddress(locale, `${location.pathname}${location.search}`)}>{t.signIn}</a>
          )}
        </Notice>
      )}
      <div class="actions">
        <button class="button" type="submit" disabled={busy || !draft.key}>
          {busy
            ? t.sending
            : fill(action.review === 'automatic' ? t.record : t.recordPending, {
                coins: action.coins,
              })}
        </button>
        <a class="button quiet" href={pathIn(locale, '/act/')}>
          {t.back}
        </a>
      </div>
    </Form>
  );
}
