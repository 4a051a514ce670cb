import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import type { SnapshotContent } from '../snapshot/content';
import { freezeSnapshot } from './api';

interface Props extends IslandProps {
  t: Pick<Dictionary['satisfaction']['desk'], 'freeze' | 'frozen' | 'toSnapshot'>;
  /** Made with the page, so that pressing twice freezes once. */
  id: string;
  content: SnapshotContent;
  replaces: string | null;
}

/** Freezes the figures that the page shows. */
export default function FreezeSnapshot({ t, errors, locale, id, content, replaces }: Props) {
  const [isFrozen, setIsFrozen] = useState(false);
  const { busy, problem, run } = useTask();
  const freeze = () =>
    run(async () => {
      await freezeSnapshot(await browserClient(), id, content, replaces);
      setIsFrozen(true);
    });

  if (isFrozen) {
    return (
      <Notice kind="success" focus>
        <p>{t.frozen}</p>
        <p>
          <a href={pathIn(locale, `/bureau/satisfaction/snapshots/${id}/`)}>{t.toSnapshot}</a>
        </p>
      </Notice>
    );
  }
  return (
    <Form>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      <button class="button" type="button" disabled={busy} onClick={freeze}>
        {t.freeze}
      </button>
    </Form>
  );
}
