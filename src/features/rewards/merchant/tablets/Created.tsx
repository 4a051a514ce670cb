import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { qrPath } from '../../../../lib/qr';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { leaveAccount } from '../api';
import { keepDeviceKey, tabletAddress } from '../tablet/device';

interface Props extends IslandProps {
  t: Dictionary['merchant']['tablets'];
  created: { name: string; key: string };
}

/** A tablet that has just been set up, and the two ways to begin with it. */
export function Created({ t, errors, locale, created }: Props) {
  const { busy, problem, run } = useTask();
  const address = tabletAddress(location.origin, locale, created.key);
  const { path, size } = qrPath(address);
  const useHere = () =>
    run(async () => {
      keepDeviceKey(created.key);
      await leaveAccount(await browserClient());
      location.assign(pathIn(locale, '/merchant/tablet/'));
    });
  return (
    <div class="stack">
      <Notice kind="success" focus>
        <p>{fill(t.created, { name: created.name })}</p>
      </Notice>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <button class="button" type="button" disabled={busy} onClick={useHere}>
        {t.here}
      </button>
      <p>{t.elsewhere}</p>
      <svg
        class="tablet-qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t.qr}
        shape-rendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p class="tablet-address" translate={false} data-tablet-address>
        {address}
      </p>
    </div>
  );
}
