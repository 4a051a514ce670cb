import { Notice } from '../../../../components/Notice';
import { pathIn } from '../../../../i18n/paths';
import { useWorker } from '../../../../lib/offline/use-worker';
import type { AppProps } from './app-props';
import { Gate } from './Gate';
import { Sessions } from './Sessions';
import { usePhone, useSessionInAddress } from './use-phone';
import { useSending } from './use-sending';

export default function CheckIn(props: AppProps) {
  const { t, locale } = props;
  const sessions = usePhone();
  const sending = useSending(sessions);
  const useNewVersion = useWorker(pathIn(locale, '/check-in/'));
  const sessionId = useSessionInAddress();
  const current = sessions?.find(({ list }) => list.session.id === sessionId);

  return (
    <div class="stack check-in">
      {useNewVersion && (
        <Notice kind="info">
          <p>{t.app.newVersion}</p>
          <button class="button quiet" type="button" onClick={useNewVersion}>
            {t.app.useNewVersion}
          </button>
        </Notice>
      )}
      {current && sending.problem?.code === 'offline' && <p class="offline">{t.app.offline}</p>}
      {current ? (
        <Gate {...props} key={sessionId} session={current} sending={sending} />
      ) : (
        <Sessions
          {...props}
          sessions={sessions}
          sending={sending}
          isUnknown={sessions !== undefined && sessionId !== ''}
        />
      )}
    </div>
  );
}
