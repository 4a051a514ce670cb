import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../lib/supabase/client';
import { usePhotoAddress } from '../../lib/use-photo-address';
import { readPhoto } from './api';

interface Props {
  client: Client;
  name: string;
  alt: string;
  /** What to say when the photo cannot be shown. */
  failed: string;
}

/** A private photo, fetched with the rights of whoever looks and kept only as long as it is shown. */
export function Photo({ client, name, alt, failed }: Props) {
  const [photo, setPhoto] = useState<Blob>();
  const [hasFailed, setHasFailed] = useState(false);
  const address = usePhotoAddress(photo);

  useEffect(() => {
    let isGone = false;
    readPhoto(client, name).then(
      (blob) => !isGone && setPhoto(blob),
      () => !isGone && setHasFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [client, name]);

  if (hasFailed) return <p class="soft">{failed}</p>;
  return address ? (
    <img class="evidence" src={address} alt={alt} />
  ) : (
    <div class="evidence" role="presentation" />
  );
}
