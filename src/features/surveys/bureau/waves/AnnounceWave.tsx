import { useState } from 'preact/hooks';
import { Form } from '../../../../components/Form';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { announceWave } from './api';

interface Props extends IslandProps {
  t: Dictionary['waves']['announce'];
  id: string;
  version: number;
}

/** Announces a wave, after asking once more. */
export default function AnnounceWave({ t, errors, locale, id, version }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const { busy, problem, run } = useTask();
  const announce = () =>
    run(async () => {
      await announceWave(await browserClient(), id, version);
      location.reload();
    });
  return (
    <Form>
      <p class="soft">{t.lead}</p>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <div class="actions">
        {isAsking ? (
          <>
            <button class="button" type="button" disabled={busy} onClick={announce}>
              {busy ? t.sending : t.sure}
            </button>
            <button class="button quiet" type="button" onClick={() => setIsAsking(false)}>
              {t.back}
            </button>
          </>
        ) : (
          <button class="button" type="button" onClick={() => setIsAsking(true)}>
            {t.button}
          </button>
        )}
      </div>
    </Form>
  );
}
