import { useEffect, useState } from 'preact/hooks';
import { browserClient } from '../../../../lib/supabase/browser';
import { usePhotoAddress } from '../../../../lib/use-photo-address';
import { readEvidence } from '../api';
import type { JudgingWords } from './item';

interface Props {
  t: JudgingWords['item'];
  /** The log it is the evidence of. */
  logId: string;
  alt: string;
  isLarge: boolean;
}

/** A private photo, opened as the audit writes down, fetched with the moderator's own rights and kept only as long as it is shown. */
export function EvidencePhoto({ t, logId, alt, isLarge }: Props) {
  const [photo, setPhoto] = useState<Blob>();
  const [hasFailed, setHasFailed] = useState(false);
  const [tries, setTries] = useState(1);
  const address = usePhotoAddress(photo);

  useEffect(() => {
    let isGone = false;
    setHasFailed(false);
    browserClient()
      .then((client) => readEvidence(client, logId))
      .then((blob) => isGone || setPhoto(blob))
      .catch(() => isGone || setHasFailed(true));
    return () => {
      isGone = true;
    };
  }, [logId, tries]);

  if (hasFailed) {
    return (
      <div class="evidence-frame stack">
        <p>{t.photoFailed}</p>
        <button class="button quiet" type="button" onClick={() => setTries(tries + 1)}>
          {t.photoAgain}
        </button>
      </div>
    );
  }
  return (
    <div
      class={`evidence-frame${isLarge ? ' large' : ''}`}
      // Enlarged, it is moved by the arrow keys, too, which then turn no pages.
      {...(isLarge && { tabIndex: 0, role: 'group', 'aria-label': alt, 'data-arrows': '' })}
    >
      {address && <img src={address} alt={alt} />}
    </div>
  );
}
