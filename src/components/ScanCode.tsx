import './scan-code.css';
import { useState } from 'preact/hooks';
import type { Dictionary } from '../i18n/zh-CN';
import { useCamera } from '../lib/camera/use-camera';
import { Notice } from './Notice';

interface Props {
  t: Dictionary['merchant']['camera'];
  /** Told once for each code that comes before the camera. */
  onText: (text: string) => void;
}

/** Reads QR codes by camera, or from a photo where the camera cannot be used. */
export function ScanCode({ t, onText }: Props) {
  const { video, state, start, stop } = useCamera(onText);
  const [photo, setPhoto] = useState<'reading' | 'empty'>();
  const isOn = state === 'starting' || state === 'on';

  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setPhoto('reading');
    const { readQr } = await import('../lib/camera/read-qr');
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
          <video ref={video} class="viewfinder" muted playsInline aria-label={t.aim} />
          <p>{state === 'starting' ? t.starting : t.aim}</p>
        </>
      )}
      {state === 'refused' && <Notice kind="error">{t.refused}</Notice>}
      <div class="actions">
        <button class="button" type="button" onClick={isOn ? stop : start}>
          {isOn ? t.stop : t.start}
        </button>
        <label class="button quiet">
          {photo === 'reading' ? t.loading : t.fromPhoto}
          <input
            class="hidden-visually"
            type="file"
            accept="image/*"
            onChange={(event) => read(event.currentTarget)}
          />
        </label>
      </div>
      {photo === 'empty' && <Notice kind="error">{t.noCode}</Notice>}
    </div>
  );
}
