import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { releaseSnapshot } from './api';

interface Props extends IslandProps {
  t: Pick<Dictionary['satisfaction']['desk'], 'looked' | 'release'>;
  id: string;
  sha256: string;
}

/** Releases what a colleague has frozen, once somebody says that they have looked at it. */
export default function ReleaseSnapshot({ t, errors, locale, id, sha256 }: Props) {
  const [hasLooked, setHasLooked] = useState(false);
  const { busy, problem, run } = useTask();
  const release = () =>
    run(async () => {
      await releaseSnapshot(await browserClient(), id, sha256);
      location.reload();
    });

  return (
    <Form onSubmit={release}>
      <label class="choice">
        <input
          type="checkbox"
          checked={hasLooked}
          onChange={(event) => setHasLooked(event.currentTarget.checked)}
        />
        {fill(t.looked, { start: sha256.slice(0, 8) })}
      </label>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      <button class="button" type="submit" disabled={busy || !hasLooked}>
        {t.release}
      </button>
    </Form>
  );
}
