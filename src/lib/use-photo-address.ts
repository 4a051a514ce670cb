import { useEffect, useState } from 'preact/hooks';

/** An address under which the page can show a photo, as long as it is shown. */
export function usePhotoAddress(photo: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!photo) return;
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return address;
}
