import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import { formatShare } from '../../../i18n/numbers';
import { pathIn } from '../../../i18n/paths';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { type Alike, act, type DeskAct, readNumber, requireItem, suggestDuplicates } from './api';
import type { DeskProps } from './parts';

/** What a moderator decides beside passing on: publishing, linking, verifying, closing. */
export function Decisions({ t, errors, locale, item, setItem }: DeskProps) {
  const { bureau } = t;
  const { busy, problem, run } = useTask();
  const [alike, setAlike] = useState<Alike[]>([]);
  const [original, setOriginal] = useState<number>();
  const [words, setWords] = useState('');
  const [isSaved, setIsSaved] = useState(false);

  useEffect(() => {
    run(async () => {
      const client = await browserClient();
      setAlike(await suggestDuplicates(client, item.id));
      setOriginal(item.duplicate_of ? await readNumber(client, item.duplicate_of) : undefined);
    });
  }, [item.id, item.duplicate_of]);

  const decide = (name: DeskAct, values: Record<string, unknown>) =>
    run(async () => {
      setIsSaved(false);
      const client = await browserClient();
      try {
        setItem(
          await act(client, name, { p_id: item.id, p_version: item.version, ...values } as never),
        );
        setIsSaved(true);
      } catch (error) {
        // Whoever was faster, the page shows what is stored now.
        setItem(await requireItem(client, item.id));
        throw error;
      }
    });
  const isOpen = item.status !== 'closed';

  return (
    <section class="section stack">
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {isSaved && <Notice kind="success">{bureau.saved}</Notice>}
      <Form>
        <h2>{bureau.publishHeading}</h2>
        <p>{item.wants_public ? bureau.consentYes : bureau.consentNo}</p>
        {(item.wants_public || item.is_public) && isOpen && (
          <button
            class="button quiet"
            type="button"
            disabled={busy || (!item.is_public && !item.public_text)}
            onClick={() => decide('publish_feedback', { p_is_public: !item.is_public })}
          >
            {item.is_public ? bureau.withdraw : bureau.publish}
          </button>
        )}
        {item.kind === 'violation' && (
          <>
            <h2>{bureau.verifyHeading}</h2>
            <p class="soft">{bureau.verifyNote}</p>
            {item.is_verified !== null && (
              <p>
                <strong>{item.is_verified ? bureau.verified : bureau.notVerified}</strong>
              </p>
            )}
            {!item.is_verified && isOpen && (
              <div class="actions">
                <button
                  class="button"
                  type="button"
                  disabled={busy}
                  onClick={() => decide('verify_violation', { p_verified: true })}
                >
                  {bureau.verify}
                </button>
                {item.is_verified === null && (
                  <button
                    class="button quiet"
                    type="button"
                    disabled={busy}
                    onClick={() => decide('verify_violation', { p_verified: false })}
                  >
                    {bureau.verifyNot}
                  </button>
                )}
              </div>
            )}
          </>
        )}
        <h2>{bureau.duplicateHeading}</h2>
        {item.duplicate_of ? (
          <>
            <p>
              <a href={pathIn(locale, `/bureau/feedback/${item.duplicate_of}/`)}>
                {fill(bureau.duplicateOf, { number: original ?? '' })}
              </a>
            </p>
            <button
              class="button quiet"
              type="button"
              disabled={busy}
              onClick={() => decide('link_feedback', {})}
            >
              {bureau.duplicateUnlink}
            </button>
          </>
        ) : (
          alike.length === 0 && <p class="soft">{bureau.duplicateNone}</p>
        )}
        {!item.duplicate_of && isOpen && (
          <ul class="feedback-alike">
            {alike.map((one) => (
              <li key={one.id}>
                <p>
                  <a href={pathIn(locale, `/bureau/feedback/${one.id}/`)}>
                    {fill(t.number, { number: one.number })}
                  </a>{' '}
                  {t.statuses[one.status]} ·{' '}
                  {fill(bureau.likeness, { share: formatShare(Math.min(1, one.likeness), locale) })}
                </p>
                <p class="soft">{one.public_text.slice(0, 100) || bureau.notLooked}</p>
                <button
                  class="button quiet"
                  type="button"
                  disabled={busy}
                  onClick={() => decide('link_feedback', { p_duplicate_of: one.id })}
                >
                  {fill(bureau.duplicateLink, { number: one.number })}
                </button>
              </li>
            ))}
          </ul>
        )}
        {isOpen && item.status !== 'confirmed' && (
          <>
            <h2>{bureau.closeHeading}</h2>
            <p class="soft">{bureau.closeNote}</p>
            <Field label={bureau.closeWords}>
              {(ids) => (
                <input
                  {...ids}
                  maxLength={500}
                  value={words}
                  onInput={(event) => setWords(event.currentTarget.value)}
                />
              )}
            </Field>
            <button
              class="button danger"
              type="button"
              disabled={busy}
              onClick={() => decide('close_feedback', { p_words: words })}
            >
              {bureau.close}
            </button>
          </>
        )}
      </Form>
    </section>
  );
}
