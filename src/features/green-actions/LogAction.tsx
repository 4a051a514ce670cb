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
import { sessionOwner } from '../../lib/supabase/session-owner';
import { useTask } from '../../lib/use-task';
import { type ActionLog, type Limits, readMyLimits } from './api';
import { limitProblem } from './limits';
import { OnsiteCode, type Scanned } from './points/OnsiteCode';
import { askSpot } from './points/spot';
import WaitingLogs from './waiting/WaitingLogs';

interface Props extends IslandProps {
  t: Dictionary['act'];
  action: {
    code: string;
    name: string;
    coins: number;
    proof: Enums<'action_proof'>;
    review: Enums<'action_review'>;
  };
  /** Whether where it happened matters, so that the note asks for it. */
  asksPlace: boolean;
  /** The words of points, and what the link or QR of one brought along. */
  points: Dictionary['points']['act'];
  scanned?: Scanned | undefined;
  /** The words of what waits for a network. */
  waiting: Dictionary['offline']['waiting'];
}

interface Draft {
  key: string;
  note: string;
  onsiteCode: string;
}

export default function LogAction(props: Props) {
  const { t, errors, locale, action, asksPlace, scanned } = props;
  const store = useRef(draftStore<Draft>(`log:${action.code}`));
  const [draft, setDraft] = useState<Draft>({ key: '', note: '', onsiteCode: '' });
  const [photo, setPhoto] = useState<Blob>();
  const [photoProblem, setPhotoProblem] = useState<PhotoProblem>();
  const [done, setDone] = useState<ActionLog>();
  const [waits, setWaits] = useState(false);
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const [limits, setLimits] = useState<Limits>();
  const [asksPosition, setAsksPosition] = useState(scanned?.needsPosition ?? false);
  const { busy, problem, setProblem, run } = useTask();

  useEffect(() => {
    const signedIn = hasSessionCookie(document.cookie);
    setIsSignedIn(signedIn);
    if (signedIn) {
      // Only said beforehand: whoever logs all the same is answered by the API.
      browserClient()
        .then(readMyLimits)
        .then((all) => setLimits(all.find(({ action_code }) => action_code === action.code)))
        .catch(() => {});
      // Needed just when nothing can be fetched any more.
      import('./waiting/send').catch(() => {});
    }
    const kept = store.current.read() ?? { key: crypto.randomUUID(), note: '', onsiteCode: '' };
    setDraft(scanned ? { ...kept, onsiteCode: scanned.code } : kept);
  }, []);
  useEffect(() => {
    if (problem?.code === 'position_needed') setAsksPosition(true);
  }, [problem?.code]);

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
      const owner = sessionOwner(document.cookie);
      if (!owner) throw new Refusal({ code: 'sign_in_first', values: {} });
      const position = asksPosition ? await askSpot() : undefined;
      const { logOrWait } = await import('./waiting/send');
      const log = await logOrWait({
        key: draft.key,
        owner,
        action: action.code,
        name: action.name,
        note: draft.note,
        photo,
        onsiteCode: draft.onsiteCode || undefined,
        position,
        writtenAt: new Date().toISOString(),
      });
      store.current.clear();
      setDone(log);
      setWaits(!log);
    });

  if (waits) {
    return (
      <div class="stack">
        <Notice kind="info" focus>
          <p>{props.waiting.kept}</p>
        </Notice>
        <WaitingLogs t={props.waiting} errors={errors} locale={locale} />
        <p class="actions">
          <a class="button quiet" href={pathIn(locale, '/act/')}>
            {t.another}
          </a>
        </p>
      </div>
    );
  }

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
          {done.status === 'pending' && (
            <a class="button quiet" href={pathIn(locale, `/act/log/${done.id}/`)}>
              {t.seeLog}
            </a>
          )}
          <a class="button quiet" href={pathIn(locale, '/act/')}>
            {t.another}
          </a>
        </p>
      </div>
    );
  }

  if (isSignedIn === false) {
    const asked = scanned ? `code=${scanned.code}` : `action=${action.code}`;
    const back = `${pathIn(locale, '/act/')}?${asked}`;
    return (
      <Notice kind="info">
        {scanned && <p>{fill(props.points.atPoint, { name: scanned.name })}</p>}
        <p>{t.signInFirst}</p>
        {scanned?.changes && <p>{props.points.signInThenScan}</p>}
        <p>
          <a class="button" href={signInAddress(locale, back)}>
            {t.signIn}
          </a>
        </p>
      </Notice>
    );
  }

  const limitReached = limits && limitProblem(limits);
  return (
    <Form onSubmit={send}>
      {limitReached && !problem && (
        <Notice kind="info">{problemText(limitReached, errors, locale)}</Notice>
      )}
      {limits && !limitReached && (
        <p class="soft">
          {fill(t.leftToday, {
            today: limits.left_today,
            week: limits.left_this_week,
            year: limits.left_this_year,
          })}{' '}
          {fill(t.coinsLeft, { coins: limits.coins_left })}
        </p>
      )}
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
        <OnsiteCode
          t={t}
          words={props.points}
          code={draft.onsiteCode}
          onCode={(onsiteCode) => change({ onsiteCode })}
          scanned={scanned}
          asksPosition={asksPosition}
        />
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
