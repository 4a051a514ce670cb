import { useEffect, useRef, useState } from 'preact/hooks';

const pause = 150;
const silence = 3_000;
const width = 720;

/**
 * Reads QR codes from the camera at the back while it is on. The same code held in front of it is
 * told once, and again after it has been away for three seconds.
 */
export function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'off' | 'starting' | 'on' | 'refused'>('off');
  const told = useRef(onText);
  told.current = onText;
  const isOn = state === 'starting' || state === 'on';

  useEffect(() => {
    if (!isOn) return;
    let stopped = false;
    let stream: MediaStream | undefined;
    let last = { text: '', at: 0 };
    const canvas = new OffscreenCanvas(1, 1);
    const look = async (element: HTMLVideoElement, read: typeof import('./read-qr').readQr) => {
      if (element.videoWidth === 0) return;
      canvas.width = Math.min(width, element.videoWidth);
      canvas.height = Math.round((canvas.width * element.videoHeight) / element.videoWidth);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      context.drawImage(element, 0, 0, canvas.width, canvas.height);
      const text = await read(context.getImageData(0, 0, canvas.width, canvas.height));
      if (!text || stopped) return;
      const now = Date.now();
      const isNew = text !== last.text || now - last.at > silence;
      last = { text, at: now };
      if (isNew) told.current(text);
    };
    const run = async () => {
      try {
        const { readQr } = await import('./read-qr');
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment' },
        });
        const element = video.current;
        if (stopped || !element) {
          for (const track of stream.getTracks()) track.stop();
          return;
        }
        element.srcObject = stream;
        await element.play();
        setState('on');
        while (!stopped) {
          await look(element, readQr);
          await new Promise((wake) => setTimeout(wake, pause));
        }
      } catch {
        if (!stopped) setState('refused');
      }
    };
    run();
    return () => {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn]);

  return { video, state, start: () => setState('starting'), stop: () => setState('off') };
}
