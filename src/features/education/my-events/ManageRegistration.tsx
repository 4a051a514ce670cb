import { useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import type { Standing } from '../registration/api';
import { RegistrationActions } from '../registration/RegistrationActions';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  registration: Pick<Standing, 'id' | 'status'>;
  /** The event's page, where one can register again. */
  eventAddress: string;
}

/** Confirming and cancelling on the page of one's own events. */
export default function ManageRegistration({ eventAddress, ...props }: Props) {
  const [isCancelled, setIsCancelled] = useState(false);
  if (isCancelled) {
    return (
      <Notice kind="success" focus>
        <p>{props.t.mine.cancelled}</p>
        <p>
          <a href={`${eventAddress}#register`}>{props.t.mine.again}</a>
        </p>
      </Notice>
    );
  }
  return (
    <RegistrationActions
      {...props}
      onChange={(did) => {
        if (did === 'cancelled') setIsCancelled(true);
        // A confirmed place has a code, which the server draws.
        else location.reload();
      }}
    />
  );
}
