import { useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { Answering } from './answering/Answering';
import { sheetStore } from './answering/sheet';
import type { Questionnaire } from './questionnaire/schema';
import { OnItsWay } from './token/OnItsWay';
import { writeAnswer } from './token/queue';
import { useKept } from './token/use-kept';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  /** Who answers here; it is not sent with the answer. */
  owner: string;
  waveId: string;
  closesOn: string;
  /** The code of whoever is invited. */
  invitation?: string;
  content: Questionnaire;
}

export default function AnswerSurvey(all: Props) {
  const { owner, waveId, closesOn, content, invitation, ...props } = all;
  const { errors, locale } = props;
  const by = invitation ? { invitation } : undefined;
  // Of two who are invited and share a device, each has a sheet.
  const [store] = useState(() => sheetStore(invitation ? `${waveId}:${invitation}` : waveId));
  const { kept, problem } = useKept(owner, waveId, by);
  if (kept && kept.step !== 'asked' && kept.step !== 'ready') {
    return <OnItsWay {...props} kept={kept} closesOn={closesOn} />;
  }
  if (problem?.code === 'survey_key_unknown') {
    return <Notice kind="error">{problemText(problem, errors, locale)}</Notice>;
  }
  return (
    <Answering
      {...props}
      content={content}
      store={store}
      send={(answers, strata) => writeAnswer(owner, waveId, { mode: 'web', answers, strata }, by)}
      onSent={() => {}}
    />
  );
}
