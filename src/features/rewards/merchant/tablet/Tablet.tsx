import './tablet.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { type Problem, problemOf } from '../../../../lib/errors';
import type { IslandProps } from '../../../../lib/island';
import { anonymousClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { readTakenOnTablet, takeOnTablet } from '../api';
import { Counter } from '../Counter';
import type { CounterAccess, ListedVoucher } from '../use-counter';
import { deviceKey, forgetDevice, takeKeyFromAddress } from './device';
import { Leave } from './Leave';
import { PinPad } from './PinPad';
import { useIdle } from './use-idle';

interface Props extends IslandProps {
  t: Dictionary['merchant'];
}

const idleAfter = 120_000;

/** Problems of the tablet itself, after which its PIN has to be entered again. */
const isAboutTablet = ({ code }: Problem): boolean =>
  ['pin_wrong', 'tablet_locked', 'tablet_ended', 'tablet_unknown'].includes(code);

let client: ReturnType<typeof anonymousClient> | undefined;
const nobody = () => {
  client ??= anonymousClient();
  client.catch(() => {
    client = undefined;
  });
  return client;
};

/** A counter without an account: behind a PIN, on a device that has a key. */
export default function Tablet({ t, errors, locale }: Props) {
  const [key, setKey] = useState<string | null>();
  const [open, setOpen] = useState<{ pin: string; list: ListedVoucher[] }>();
  const [wasIdle, setWasIdle] = useState(false);
  const { busy, problem, setProblem, run } = useTask();
  useEffect(() => {
    const look = () => {
      takeKeyFromAddress();
      setKey(deviceKey() ?? null);
    };
    look();
    // Also when the address with a key is opened in the tab that shows this page already.
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const lock = () => {
    setOpen(undefined);
    setWasIdle(false);
  };
  const poke = useIdle(open !== undefined, idleAfter, () => {
    setOpen(undefined);
    setWasIdle(true);
  });

  const access = useMemo((): CounterAccess | undefined => {
    if (!key || !open) return undefined;
    const proof = { deviceKey: key, pin: open.pin };
    const guarded = async <Result,>(call: () => Promise<Result>) => {
      try {
        return await call();
      } catch (error) {
        const found = problemOf(error);
        if (isAboutTablet(found)) {
          lock();
          setProblem(found);
        }
        throw error;
      }
    };
    return {
      take: (code, takeKey) => {
        poke();
        return guarded(async () => takeOnTablet(await nobody(), proof, code, takeKey));
      },
      list: () => guarded(async () => readTakenOnTablet(await nobody(), proof)),
    };
  }, [key, open?.pin]);

  if (key === undefined) return null;
  if (key === null) {
    return (
      <Notice kind="info">
        <p>{t.tablet.none}</p>
        <p>
          <a href={pathIn(locale, '/merchant/tablets/')}>{t.tablet.toMerchant}</a>
        </p>
      </Notice>
    );
  }
  if (open && access) {
    return (
      <div class="stack">
        <div class="lock-line">
          <p class="soft">{t.tablet.idle}</p>
          <button class="button quiet" type="button" onClick={lock}>
            {t.tablet.lock}
          </button>
        </div>
        <Counter {...{ t, errors, locale, access }} name="tablet" takenToday={open.list} />
      </div>
    );
  }
  return (
    <div class="stack tablet">
      {wasIdle && !problem && <Notice kind="info">{t.tablet.idleLocked}</Notice>}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <PinPad
        t={t.tablet}
        busy={busy}
        onPin={(pin) =>
          run(async () => {
            const list = await readTakenOnTablet(await nobody(), { deviceKey: key, pin });
            setOpen({ pin, list });
          })
        }
      />
      <Leave
        t={t.tablet}
        onLeave={() => {
          forgetDevice();
          setProblem(undefined);
          setKey(null);
        }}
      />
    </div>
  );
}
