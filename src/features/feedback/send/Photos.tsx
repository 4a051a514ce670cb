import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { type PhotoProblem, shrinkPhoto } from '../../../lib/photo';
import { usePhotoAddress } from '../../../lib/use-photo-address';
import { mostPhotos } from '../schema';
import type { Words } from './parts';

interface Props {
  t: Words;
  photos: Blob[];
  setPhotos: (photos: Blob[]) => void;
  /** Whether photos were chosen before the page was loaded anew. */
  areLost: boolean;
}

function Preview({ photo, alt }: { photo: Blob; alt: string }) {
  const address = usePhotoAddress(photo);
  return address ? <img class="evidence" src={address} alt={alt} /> : null;
}

/** Up to three photos, shrunk and stripped on the device. */
export function Photos({ t, photos, setPhotos, areLost }: Props) {
  const [problem, setProblem] = useState<PhotoProblem>();
  const add = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    try {
      setPhotos([...photos, await shrinkPhoto(file)]);
    } catch (name) {
      setProblem(name as PhotoProblem);
    }
  };
  return (
    <div class="stack">
      {areLost && photos.length === 0 && <Notice kind="info">{t.send.photosLost}</Notice>}
      {photos.map((photo, index) => (
        <div class="stack" key={photo}>
          <Preview photo={photo} alt={fill(t.send.photoAlt, { n: index + 1 })} />
          <button
            class="button quiet"
            type="button"
            onClick={() => setPhotos(photos.filter((one) => one !== photo))}
          >
            {fill(t.send.removePhoto, { n: index + 1 })}
          </button>
        </div>
      ))}
      {problem && <Notice kind="error">{t[problem]}</Notice>}
      {photos.length < mostPhotos && (
        <Field label={t.send.addPhoto} hint={t.send.photosHint}>
          {(ids) => (
            <input
              {...ids}
              key={photos.length}
              type="file"
              accept="image/*"
              onChange={(event) => add(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
      )}
    </div>
  );
}
