import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import type { AppProps } from './app-props';
import { useCamera } from './use-camera';

/** Checks in by camera, or by a photo of a code where the camera cannot be used. */
export function ScanCode({ t, onText }: AppProps & { onText: (text: string) => void }) {
  const { video, state, start, stop } = useCamera(onText);
  const [photo, setPhoto] = useState<'reading' | 'empty'>();
  const isOn = state === 'starting' || state === 'on';

  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setPhoto('reading');
    const { readQr } = await import('./read-qr');
    const text = await readQr(file).catch((): undefined => undefined);
    // The same photo may be chosen again.
    input.value = '';
    setPhoto(text ? undefined : 'empty');
    if (text) onText(text);
  };

  return (
    <div class="stack">
      {isOn && (
        <>
          <video ref={video} class="viewfinder" muted playsInline aria-label={t.camera.aim} />
          <p>{state === 'starting' ? t.camera.starting : t.camera.aim}</p>
        </>
      )}
      {state === 'refused' && <Notice kind="error">{t.camera.refused}</Notice>}
      <div class="actions">
        <button class="button" type="button" onClick={isOn ? stop : start}>
          {isOn ? t.camera.stop : t.camera.start}
        </button>
        <label class="button quiet">
          {photo === 'reading' ? t.camera.loading : t.camera.fromPhoto}
          <input
            class="hidden-visually"
            type="file"
            accept="image/*"
            onChange={(event) => read(event.currentTarget)}
          />
        </label>
      </div>
      {photo === 'empty' && <Notice kind="error">{t.camera.noCode}</Notice>}
    </div>
  );
}
