import { fill } from '../../../../i18n/fill';
import { formatMoment } from '../../../../lib/dates';
import type { AppProps } from './app-props';
import type { GateState } from './use-gate';
import { nameOf } from './words';

const shown = 12;

/** Who has just come, on any phone the list has heard of, each with its undo. */
export function Recent({ t, locale, gate }: AppProps & { gate: GateState }) {
  const { recent } = gate.tally;
  return (
    <section class="stack">
      <h3>{t.gate.recent}</h3>
      {recent.length === 0 && <p>{t.gate.nobody}</p>}
      <ol class="recent">
        {recent.slice(0, shown).map((here) => (
          <li key={here.nonces[0]}>
            <span>
              <strong>{nameOf(here, t)}</strong>{' '}
              {!here.isWalkIn && <span>{fill(t.gate.partyOf, { count: here.people })}</span>}
              <br />
              <span class="soft">{formatMoment(here.since, locale)}</span>
            </span>
            <button
              class="button quiet"
              type="button"
              aria-label={fill(t.gate.undoOf, { name: nameOf(here, t) })}
              onClick={() => gate.undo(here)}
            >
              {t.gate.undo}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
