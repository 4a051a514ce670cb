import { useEffect, useState } from 'preact/hooks';
import { type Problem, problemOf } from '../../../lib/errors';
import { type Kept, onKept, readKept } from './device';
import { type ByInvitation, obtainToken } from './obtain';

/** What this device keeps of somebody's part in a wave, with a token signed if it had none; or why it has none. */
export function useKept(
  owner: string,
  waveId: string,
  by?: ByInvitation,
): { kept?: Kept; problem?: Problem } {
  const [state, setState] = useState<{ kept?: Kept; problem?: Problem }>({});
  useEffect(() => {
    const read = async () => {
      const kept = await readKept(owner, waveId);
      if (kept) setState({ kept });
    };
    obtainToken(owner, waveId, by)
      .then(read)
      .catch((error) => setState({ problem: problemOf(error) }));
    return onKept(read);
  }, []);
  return state;
}
