import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { type PhotoProblem, shrinkPhoto } from '../../../lib/photo';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { uploadPicture } from './api';

interface Props extends IslandProps {
  t: Dictionary['desk']['catalogue'];
  rewardId: string;
  /** Its name in the bucket; empty without one. */
  picture: string;
  onChange: (picture: string) => void;
}

/** Makes a photo smaller, uploads it, and gives its name to the form. */
export function PictureField({ t, errors, locale, rewardId, picture, onChange }: Props) {
  const [wrong, setWrong] = useState<PhotoProblem>();
  const { busy, problem, run } = useTask();
  const choose = (file: File | undefined) =>
    run(async () => {
      setWrong(undefined);
      if (!file) return;
      let photo: Blob;
      try {
        photo = await shrinkPhoto(file);
      } catch (thrown) {
        return setWrong(thrown as PhotoProblem);
      }
      onChange(await uploadPicture(await browserClient(), rewardId, photo));
    });
  return (
    <>
      <Field label={t.picture} hint={t.pictureHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept="image/*"
            disabled={busy}
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {busy && <p role="status">{t.pictureSending}</p>}
      {wrong && (
        <Notice kind="error">{wrong === 'photoWrong' ? t.pictureWrong : t.pictureTooLarge}</Notice>
      )}
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
      {picture && (
        <>
          <img
            class="evidence"
            src={`/rewards/pictures/${picture}`}
            alt={t.pictureNow}
            width={320}
          />
          <div>
            <button class="button quiet" type="button" onClick={() => onChange('')}>
              {t.pictureRemove}
            </button>
          </div>
        </>
      )}
    </>
  );
}
