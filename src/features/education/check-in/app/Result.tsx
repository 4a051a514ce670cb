import { fill } from '../../../../i18n/fill';
import { colonIn, type Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMoment } from '../../../../lib/dates';
import { displayRegistrationCode } from '../matching';
import type { AppProps } from './app-props';
import type { GateState, Said } from './use-gate';
import { nameOf } from './words';

const tones: Record<Said['kind'], 'yes' | 'know' | 'no'> = {
  welcome: 'yes',
  recorded: 'yes',
  walkIn: 'yes',
  undone: 'know',
  already: 'know',
  waiting: 'no',
  cancelled: 'no',
  unlisted: 'no',
  unreadable: 'no',
};

function sentence(said: Said, t: Dictionary['checkIn'], locale: Locale): string {
  switch (said.kind) {
    case 'welcome':
      return fill(t.result.welcome, {
        name: said.entry.name,
        count: said.people ?? said.entry.people,
      });
    case 'already':
      return fill(t.result.already, {
        name: said.entry.name,
        time: formatMoment(said.since, locale),
      });
    case 'waiting':
    case 'cancelled':
      return fill(t.result[said.kind], { name: said.entry.name });
    case 'unlisted':
    case 'recorded':
      return `${t.result[said.kind]}${colonIn(locale)}${displayRegistrationCode(said.code)}`;
    case 'walkIn':
      return fill(t.result.walkIn, { count: said.people });
    case 'undone':
      return fill(t.gate.undone, { name: nameOf(said.here, t) });
    case 'unreadable':
      return t.result.unreadable;
  }
}

/** What the gate has just said, large enough to be read in the sun, and what may follow from it. */
export function Result({ t, locale, gate }: AppProps & { gate: GateState }) {
  const { said } = gate;
  const party = said?.kind === 'welcome' && said.entry.people > 1 ? said.entry : undefined;
  return (
    <div class="stack">
      <div role="status" aria-live="assertive">
        {said && (
          <p class="said" data-tone={tones[said.kind]} key={said.turn}>
            {sentence(said, t, locale)}
          </p>
        )}
      </div>
      {said?.kind === 'unlisted' && (
        <div class="stack">
          <p>{t.result.unlistedHint}</p>
          <button class="button" type="button" onClick={() => gate.record(said.code)}>
            {t.result.record}
          </button>
        </div>
      )}
      {party && (
        <fieldset class="plain">
          <legend>{t.result.fewer}</legend>
          <div class="numbers">
            {Array.from({ length: party.people }, (_, index) => index + 1).map((people) => (
              <button
                class="button quiet"
                type="button"
                key={people}
                aria-pressed={people === (said?.people ?? party.people)}
                onClick={() => gate.recount(party, people)}
              >
                {fill(t.result.fewerButton, { count: people })}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
