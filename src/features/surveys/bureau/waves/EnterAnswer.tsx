import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { Answering } from '../../answering/Answering';
import { sheetStore } from '../../answering/sheet';
import type { Questionnaire } from '../../questionnaire/schema';
import { sendEntered } from '../../token/queue';

interface Props extends IslandProps {
  t: Dictionary['survey'];
  words: Dictionary['waves']['enter'];
  modeName: string;
  waveId: string;
  content: Questionnaire;
  code: string;
  mode: 'phone' | 'paper';
  /** Where the next person begins. */
  next: string;
}

/** The questions of a wave, answered by somebody through an interviewer; sent at once. */
export default function EnterAnswer(props: Props) {
  const { words, modeName, waveId, code, mode, next, ...rest } = props;
  const [store] = useState(() => sheetStore(`${waveId}:${code}`));
  const [isSent, setIsSent] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), [isSent]);
  if (!isSent) {
    return (
      <Answering
        {...rest}
        store={store}
        send={(answers, strata) => sendEntered(waveId, code, { mode, answers, strata })}
        onSent={() => setIsSent(true)}
      />
    );
  }
  return (
    <div class="stack">
      <Notice kind="success">
        <p>{words.sent}</p>
        <p>{fill(words.sentNote, { mode: modeName })}</p>
      </Notice>
      <a class="button" href={next} ref={link}>
        {words.next}
      </a>
    </div>
  );
}
