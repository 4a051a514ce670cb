import { useState } from 'preact/hooks';
import CopyLink from '../../../../components/CopyLink';
import { Form } from '../../../../components/Form';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { Enums } from '../../../../lib/database.types';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { fragmentOf } from '../step-code';
import { type PointKey, readPointKey, renewPointKey } from './api';

interface Props extends IslandProps {
  t: Dictionary['points']['desk'];
  id: string;
  kind: Enums<'point_kind'>;
}

/** A point's screen address or poster, and a new secret in place of one that got out. */
export default function PointKeys({ t, errors, locale, id, kind }: Props) {
  const [key, setKey] = useState<PointKey>();
  const [isSure, setIsSure] = useState(false);
  const [isRenewed, setIsRenewed] = useState(false);
  const { busy, problem, run } = useTask();
  const read = () => run(async () => setKey(await readPointKey(await browserClient(), id)));
  const renew = () =>
    run(async () => {
      const client = await browserClient();
      const { generation } = key ?? (await readPointKey(client, id));
      setKey(await renewPointKey(client, id, generation));
      setIsSure(false);
      setIsRenewed(true);
    });
  const screen =
    key?.secret &&
    `${location.origin}${pathIn(locale, '/points/screen/')}#${fragmentOf({ ...key, secret: key.secret })}`;

  return (
    <Form>
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      {isRenewed && key && (
        <Notice kind="success">{fill(t.renewed, { generation: key.generation })}</Notice>
      )}
      {kind === 'screen' && <p class="soft">{t.screenHint}</p>}
      <div class="actions">
        {kind === 'screen' && !screen && (
          <button class="button" type="button" disabled={busy} onClick={read}>
            {t.showKey}
          </button>
        )}
        {screen && (
          <>
            <a class="button" href={screen} target="_blank" rel="noreferrer">
              {t.openScreen}
            </a>
            <CopyLink address={screen} label={t.copyScreen} copied={t.copied} />
          </>
        )}
        {kind === 'printed' && (
          <a class="button" href={pathIn(locale, `/bureau/points/${id}/poster/`)}>
            {t.showPoster}
          </a>
        )}
        {!isSure && (
          <button class="button quiet" type="button" onClick={() => setIsSure(true)}>
            {t.renew}
          </button>
        )}
      </div>
      {key && <p class="soft">{fill(t.generation, { generation: key.generation })}</p>}
      {isSure && (
        <Notice kind="info" focus>
          <p>{t.renewHint}</p>
          <div class="actions">
            <button class="button" type="button" disabled={busy} onClick={renew}>
              {t.renewYes}
            </button>
            <button class="button quiet" type="button" onClick={() => setIsSure(false)}>
              {t.renewNo}
            </button>
          </div>
        </Notice>
      )}
    </Form>
  );
}
