import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { Form } from '../../components/Form';
import { Notice } from '../../components/Notice';
import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { useTask } from '../../lib/use-task';
import { giveConsent, saveProfile, signOut } from './api';
import type { ProfileInput } from './schema';

interface Props extends IslandProps {
  t: Dictionary['account'];
  residentId: string;
  profile: ProfileInput;
  /** Code and name of each town and street, in the reader's language. */
  towns: { code: string; name: string }[];
  /** The sentence that asks for consent, when a new privacy note waits for it. */
  consentAsk?: string | undefined;
}

export default function Account({
  t,
  errors,
  locale,
  residentId,
  profile,
  towns,
  consentAsk,
}: Props) {
  const [name, setName] = useState(profile.display_name);
  const [town, setTown] = useState(profile.town_code ?? '');
  const [mailLocale, setMailLocale] = useState(profile.locale);
  const [wantsMail, setWantsMail] = useState(profile.wants_mail);
  const [saved, setSaved] = useState(false);
  const [asks, setAsks] = useState(consentAsk !== undefined);
  const { busy, problem, run } = useTask();

  const save = () =>
    run(async () => {
      setSaved(false);
      // Fetched when it is needed: most visits to this page change nothing.
      const { profileInput } = await import('./schema');
      const input = profileInput.parse({
        display_name: name,
        town_code: town || null,
        locale: mailLocale,
        wants_mail: wantsMail,
      });
      await saveProfile(await browserClient(), residentId, input);
      setSaved(true);
    });
  const leave = (scope: 'local' | 'global') =>
    run(async () => {
      await signOut(await browserClient(), scope);
      location.assign(pathIn(locale, '/'));
    });
  const agree = () =>
    run(async () => {
      await giveConsent(await browserClient());
      setAsks(false);
    });

  return (
    <div class="stack">
      {asks && (
        <Notice kind="info">
          <p>{consentAsk}</p>
          <button class="button" type="button" disabled={busy} onClick={agree}>
            {t.consentGive}
          </button>
        </Notice>
      )}
      <Form onSubmit={save}>
        <Field label={t.name} hint={t.nameHint}>
          {(ids) => (
            <input
              {...ids}
              autocomplete="nickname"
              maxLength={40}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t.town}>
          {(ids) => (
            <select {...ids} value={town} onChange={(event) => setTown(event.currentTarget.value)}>
              <option value="">{t.townNone}</option>
              {towns.map((option) => (
                <option value={option.code} key={option.code}>
                  {option.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.mailLocale}>
          {(ids) => (
            <select
              {...ids}
              value={mailLocale}
              onChange={(event) => setMailLocale(event.currentTarget.value as Locale)}
            >
              <option value="zh-CN" lang="zh-CN">
                中文
              </option>
              <option value="en" lang="en">
                English
              </option>
            </select>
          )}
        </Field>
        <label class="choice agree">
          <input
            type="checkbox"
            checked={wantsMail}
            onChange={(event) => setWantsMail(event.currentTarget.checked)}
          />
          <span>
            {t.wantsMail} <span class="soft">{t.wantsMailHint}</span>
          </span>
        </label>
        {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
        {saved && <Notice kind="success">{t.saved}</Notice>}
        <button class="button" type="submit" disabled={busy}>
          {busy ? t.saving : t.save}
        </button>
      </Form>
      <Form>
        <div class="actions">
          <button class="button quiet" type="button" disabled={busy} onClick={() => leave('local')}>
            {t.signOut}
          </button>
          <button
            class="button quiet"
            type="button"
            disabled={busy}
            onClick={() => leave('global')}
          >
            {t.signOutEverywhere}
          </button>
        </div>
      </Form>
    </div>
  );
}
