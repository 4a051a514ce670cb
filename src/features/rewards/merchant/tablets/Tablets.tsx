import './tablets.css';
import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMoment } from '../../../../lib/dates';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { readTablets, revokeTablet, type TabletRow } from '../api';
import { Created } from './Created';
import { NewTablet } from './NewTablet';

type Words = Dictionary['merchant']['tablets'];
interface Props extends IslandProps {
  t: Words;
  tablets: TabletRow[];
}

function stateOf(tablet: TabletRow, words: Words['states'], locale: Locale): string {
  const at = (moment: string) => ({ time: formatMoment(moment, locale) });
  if (tablet.was_guessed) return words.guessed;
  if (tablet.revoked_at) return fill(words.revoked, at(tablet.revoked_at));
  if (tablet.locked_until) return fill(words.locked, at(tablet.locked_until));
  return tablet.used_at ? fill(words.used, at(tablet.used_at)) : words.unused;
}

/** The tablets of a shop: what there are, a new one, and the end of one. */
export default function Tablets({ t, errors, locale, ...props }: Props) {
  const [tablets, setTablets] = useState(props.tablets);
  const [created, setCreated] = useState<{ name: string; key: string }>();
  const [ending, setEnding] = useState<TabletRow>();
  const [wasEnded, setWasEnded] = useState(false);
  const { busy, problem, run } = useTask();
  const reload = async () => setTablets(await readTablets(await browserClient()));
  const end = ({ id }: TabletRow) =>
    run(async () => {
      await revokeTablet(await browserClient(), id);
      setEnding(undefined);
      setWasEnded(true);
      await reload();
    });

  return (
    <div class="stack">
      {created ? (
        <Created {...{ t, errors, locale, created }} />
      ) : (
        <NewTablet
          {...{ t, errors, locale }}
          onCreated={(tablet) => {
            setCreated(tablet);
            setWasEnded(false);
            run(reload);
          }}
        />
      )}
      <section class="section stack">
        <h2>{t.list}</h2>
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        {wasEnded && <Notice kind="success">{t.revoked}</Notice>}
        {ending && (
          <Notice kind="error" focus>
            <p>{fill(t.revokeAsk, { name: ending.name })}</p>
            <div class="actions">
              <button
                class="button danger"
                type="button"
                disabled={busy}
                onClick={() => end(ending)}
              >
                {t.revokeYes}
              </button>
              <button class="button quiet" type="button" onClick={() => setEnding(undefined)}>
                {t.no}
              </button>
            </div>
          </Notice>
        )}
        {tablets.length === 0 && <p>{t.none}</p>}
        <ul class="tablet-list">
          {tablets.map((tablet) => (
            <li key={tablet.id}>
              <div>
                <strong>{tablet.name}</strong>
                <p class="soft">{stateOf(tablet, t.states, locale)}</p>
              </div>
              {!tablet.revoked_at && (
                <button
                  class="button danger"
                  type="button"
                  aria-label={fill(t.revokeWhat, { name: tablet.name })}
                  onClick={() => {
                    setWasEnded(false);
                    setEnding(tablet);
                  }}
                >
                  {t.revoke}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
