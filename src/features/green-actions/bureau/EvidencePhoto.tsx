import { useEffect, useState } from 'preact/hooks';
import { browserClient } from '../../../lib/supabase/browser';
import { readEvidence } from '../api';

interface Props {
  /** The log it is the evidence of. */
  logId: string;
  alt: string;
  /** What to say when the photo cannot be shown. */
  failed: string;
}

/** A private photo, opened as the audit writes down, fetched with the moderator's own rights and kept only as long as it is shown. */
export function EvidencePhoto({ logId, alt, failed }: Props) {
  const [source, setSource] = useState<string>();
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let address: string | undefined;
    let isGone = false;
    browserClient()
      .then((client) => readEvidence(client, logId))
      .then((photo) => {
        if (isGone) return;
        address = URL.createObjectURL(photo);
        setSource(address);
      })
      .catch(() => setHasFailed(true));
    return () => {
      isGone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [logId]);

  if (hasFailed) return <p class="soft">{failed}</p>;
  return source ? (
    <img class="evidence" src={source} alt={alt} />
  ) : (
    <div class="evidence" role="presentation" />
  );
}
