import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { displayCode } from '../../rewards/voucher-code';
import { type Certificate, issueCertificate } from '../registration/api';

interface Props extends IslandProps {
  t: Dictionary['registration']['certificate'];
  registrationId: string;
  issued: Certificate | undefined;
  suggestedName: string;
}

/** The certificate of one attended session: issued once, to the name the resident wants printed. */
export default function IssueCertificate(props: Props) {
  const { t, errors, locale, registrationId, suggestedName } = props;
  const [issued, setIssued] = useState(props.issued);
  const [name, setName] = useState(suggestedName);
  const { busy, problem, run } = useTask();
  if (issued) {
    return (
      <p>
        <a class="button quiet" href={pathIn(locale, `/certificates/${issued.id}.pdf`)}>
          {t.download}
        </a>{' '}
        <span class="soft">
          {t.verify} <span translate={false}>{displayCode(issued.code)}</span>
        </span>
      </p>
    );
  }
  const issue = () =>
    run(async () =>
      setIssued(await issueCertificate(await browserClient(), registrationId, name.trim())),
    );
  return (
    <details>
      <summary>{t.heading}</summary>
      <Form onSubmit={issue}>
        <Field label={t.name} hint={t.nameHint}>
          {(ids) => (
            <input
              {...ids}
              autocomplete="name"
              maxLength={40}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        <button class="button" type="submit" disabled={busy || name.trim() === ''}>
          {busy ? t.issuing : t.issue}
        </button>
      </Form>
    </details>
  );
}
