import { draftStore } from '../../../../lib/draft';

const store = draftStore<boolean>('check-in:feel', true);

/** Whether the host wants to hear and feel check-ins. */
export const wantsFeel = (): boolean => store.read() ?? false;
export const setWantsFeel = (wants: boolean): void => store.write(wants);

let audio: AudioContext | undefined;

/** A short high tone and one buzz for yes; a low one and two for no. */
export function feel(isGood: boolean): void {
  if (!wantsFeel()) return;
  navigator.vibrate?.(isGood ? 60 : [80, 60, 80]);
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = isGood ? 880 : 220;
  volume.gain.value = 0.2;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + (isGood ? 0.12 : 0.3));
}
