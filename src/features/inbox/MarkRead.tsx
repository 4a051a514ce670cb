import { useState } from 'preact/hooks';
import { Form } from '../../components/Form';
import { Notice } from '../../components/Notice';
import { ProblemNotice } from '../../components/ProblemNotice';
import type { Dictionary } from '../../i18n/zh-CN';
import type { IslandProps } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { useTask } from '../../lib/use-task';
import { markRead } from './api';

interface Props extends IslandProps {
  t: Pick<Dictionary['inbox'], 'readAll' | 'marked'>;
  /** The unread notices of the page. */
  ids: string[];
}

/** Marks the notices of a page as read, and says so on the page. */
export default function MarkRead({ t, errors, locale, ids }: Props) {
  const [isMarked, setIsMarked] = useState(false);
  const { busy, problem, run } = useTask();
  const mark = () =>
    run(async () => {
      await markRead(await browserClient(), ids);
      setIsMarked(true);
      for (const sign of document.querySelectorAll('[data-unread]')) sign.remove();
    });

  if (isMarked) {
    return (
      <Notice kind="success" focus>
        {t.marked}
      </Notice>
    );
  }
  return (
    <Form onSubmit={mark}>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <button class="button quiet" type="submit" disabled={busy}>
        {t.readAll}
      </button>
    </Form>
  );
}
