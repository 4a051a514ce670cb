import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { Form } from '../../components/Form';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText, Refusal } from '../../lib/errors';
import { type IslandProps, safeNext } from '../../lib/island';
import { privacyVersion } from '../../lib/site';
import { browserClient } from '../../lib/supabase/browser';
import { useTask } from '../../lib/use-task';
import { sendCode, signIn, signUp, tellChoices, verifyCode } from './api';
import { credentials } from './schema';

interface Props extends IslandProps {
  t: Dictionary['signIn'];
}

const refuse = (code: string): never => {
  throw new Refusal({ code, values: {} });
};

/** Checks what was typed before it travels; a refusal names the field. */
function check(email: string, password?: string): string {
  const result = credentials.safeParse({ email, password: password ?? 'not-asked' });
  if (!result.success) {
    refuse(
      result.error.issues.some(({ path }) => path[0] === 'email')
        ? 'email_address_invalid'
        : 'weak_password',
    );
  }
  return email.trim();
}

export default function SignIn({ t, errors, locale }: Props) {
  const [isNew, setIsNew] = useState(false);
  const [method, setMethod] = useState<'password' | 'code'>('password');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [wantsMail, setWantsMail] = useState(false);
  const [code, setCode] = useState('');
  const [codeSentTo, setCodeSentTo] = useState<string>();
  const [mustConfirm, setMustConfirm] = useState(false);
  const [why, setWhy] = useState<string>();
  const { busy, problem, setProblem, run } = useTask();
  // The page is the same file for everybody: why somebody was sent here stands in its address.
  useEffect(() => {
    if (new URLSearchParams(location.search).get('why') === 'staff_session_ended') {
      setWhy(errors.staff_session_ended);
    }
  }, [errors]);

  const enter = () => {
    const next = new URLSearchParams(location.search).get('next');
    location.assign(safeNext(next, pathIn(locale, '/act/')));
  };

  const submit = () =>
    run(async () => {
      const address = check(email, method === 'password' ? password : undefined);
      if (isNew && !agreed) refuse('consent_missing');
      const client = await browserClient();
      if (method === 'code') {
        if (codeSentTo === address) {
          await verifyCode(client, address, code.trim());
          if (isNew) await tellChoices(client, { locale, wantsMail });
          return enter();
        }
        await sendCode(client, address, isNew ? { locale, wantsMail } : undefined);
        setCodeSentTo(address);
        return;
      }
      if (!isNew) {
        await signIn(client, address, password);
        return enter();
      }
      if (await signUp(client, address, password, { locale, wantsMail })) return enter();
      setMustConfirm(true);
    });

  const awaitsCode = method === 'code' && codeSentTo !== undefined;
  const label = (() => {
    if (busy) return t.working;
    if (awaitsCode) return t.verify;
    if (method === 'code') return t.sendCode;
    return isNew ? t.signUp : t.signIn;
  })();

  if (mustConfirm) return <Notice kind="info">{t.confirmMail}</Notice>;
  return (
    <Form onSubmit={submit}>
      {why && <Notice kind="info">{why}</Notice>}
      <fieldset class="actions plain">
        <legend class="hidden-visually">{t.title}</legend>
        {(['password', 'code'] as const).map((option) => (
          <label class="choice" key={option}>
            <input
              type="radio"
              name="method"
              checked={method === option}
              onChange={() => {
                setMethod(option);
                setProblem(undefined);
              }}
            />
            {option === 'password' ? t.tabPassword : t.tabCode}
          </label>
        ))}
      </fieldset>
      <Field label={t.email}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            autocomplete="email"
            required
            value={email}
            onInput={(event) => {
              setEmail(event.currentTarget.value);
              setCodeSentTo(undefined);
            }}
          />
        )}
      </Field>
      {method === 'password' && (
        <Field label={t.password} {...(isNew ? { hint: t.passwordHint } : {})}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              autocomplete={isNew ? 'new-password' : 'current-password'}
              required
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {awaitsCode && (
        <>
          <Notice kind="info">{fill(t.codeSent, { email: codeSentTo })}</Notice>
          <Field label={t.code} hint={t.codeHint}>
            {(ids) => (
              <input
                {...ids}
                inputMode="numeric"
                autocomplete="one-time-code"
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            )}
          </Field>
        </>
      )}
      {isNew && !awaitsCode && (
        <>
          <label class="choice agree">
            <input
              type="checkbox"
              checked={agreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
            <span>
              {t.consent} <a href={pathIn(locale, '/privacy/')}>{t.consentLink}</a>
              {fill(t.consentVersion, { version: privacyVersion })}
            </span>
          </label>
          <label class="choice agree">
            <input
              type="checkbox"
              checked={wantsMail}
              onChange={(event) => setWantsMail(event.currentTarget.checked)}
            />
            <span>{t.wantsMail}</span>
          </label>
        </>
      )}
      {problem && (
        <Notice kind="error">
          {problem.code === 'consent_missing'
            ? t.consentMissing
            : problemText(problem, errors, locale)}
        </Notice>
      )}
      <div class="actions">
        <button class="button" type="submit" disabled={busy}>
          {label}
        </button>
        {awaitsCode && (
          <button class="button quiet" type="button" onClick={() => setCodeSentTo(undefined)}>
            {t.again}
          </button>
        )}
        <button
          class="button quiet"
          type="button"
          onClick={() => {
            setIsNew(!isNew);
            setProblem(undefined);
          }}
        >
          {isNew ? t.knownHere : t.newHere}
        </button>
      </div>
    </Form>
  );
}
