import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { renewCellCode } from '../api';
import { displayCellCode } from '../cell-code';

interface Props extends IslandProps {
  t: Dictionary['greenCells']['desk'];
  id: string;
  code: string;
}

/** The code that lets people into a cell, and the way to another one. */
export default function CellCode({ t, errors, locale, id, ...props }: Props) {
  const [code, setCode] = useState(props.code);
  const [isRenewed, setIsRenewed] = useState(false);
  const { busy, problem, run } = useTask();
  const renew = () =>
    run(async () => {
      setCode(await renewCellCode(await browserClient(), id));
      setIsRenewed(true);
    });
  return (
    <Form>
      <p>
        <span class="soft">{t.code}</span>{' '}
        <strong translate={false} data-cell-code>
          {displayCellCode(code)}
        </strong>
        <br />
        <span class="soft">{t.codeHint}</span>
      </p>
      <button class="button quiet" type="button" disabled={busy} onClick={renew}>
        {t.renew}
      </button>
      {isRenewed && <Notice kind="success">{t.renewed}</Notice>}
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
    </Form>
  );
}
