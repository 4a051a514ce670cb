import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import type { Said } from './use-counter';
import { isAnswer } from './waiting';

interface Props extends IslandProps {
  t: Dictionary['merchant'];
  said: Said | undefined;
}

/** What the last voucher came to, large enough to be read across a counter. */
export function SaidLast({ t, errors, locale, said }: Props) {
  const problem = said?.kind === 'problem' ? said.problem : undefined;
  const isRefused = problem !== undefined && isAnswer(problem.code);
  const isOffline = problem?.code === 'offline';
  return (
    <div role="status" aria-live="assertive">
      {said?.kind === 'taken' && (
        <div class="said" data-tone="yes" key={said.turn}>
          <p>{t.said.taken}</p>
          <p class="what">
            {locale === 'en' ? said.voucher.reward_name_en : said.voucher.reward_name_zh}
          </p>
          <p>
            {fill(t.said.takenAt, {
              time: formatMoment(said.voucher.used_at, locale),
              ending: said.ending,
            })}
          </p>
        </div>
      )}
      {said && problem && (isRefused || isOffline) && (
        <div class="said" data-tone={isRefused ? 'no' : 'know'} key={said.turn}>
          <p class="what">{isRefused ? t.said.refused : t.said.offline}</p>
          <p>{isRefused ? problemText(problem, errors, locale) : t.said.offlineHint}</p>
        </div>
      )}
      {said && problem && !isRefused && !isOffline && (
        <ProblemNotice key={said.turn} problem={problem} errors={errors} locale={locale} />
      )}
    </div>
  );
}
