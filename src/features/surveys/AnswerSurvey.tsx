import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { formatDay } from '../../lib/dates';
import type { IslandProps } from '../../lib/island';
import { Answering } from './answering/Answering';
import { sheetStore } from './answering/sheet';
import type { Questionnaire } from './questionnaire/schema';
import { prepareToSend, sendAnswer } from './send';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  waveId: string;
  closesOn: string;
  content: Questionnaire;
}

export default function AnswerSurvey({ waveId, closesOn, ...props }: Props) {
  const { t, locale } = props;
  const [store] = useState(() => sheetStore(waveId));
  const [isDone, setIsDone] = useState(false);
  useEffect(prepareToSend, []);
  if (!isDone) {
    return (
      <Answering
        {...props}
        store={store}
        send={(answers, strata) => sendAnswer(waveId, answers, strata)}
        onSent={() => setIsDone(true)}
      />
    );
  }
  return (
    <div class="stack">
      <Notice kind="success" focus>
        <p>{t.done}</p>
        <p>{fill(t.doneNext, { closes: formatDay(closesOn, locale) })}</p>
      </Notice>
      <a class="button" href={pathIn(locale, '/satisfaction/')}>
        {t.seeResult}
      </a>
    </div>
  );
}
