import { useEffect, useState } from 'preact/hooks';
import { dateLocale, type Locale } from '../../../i18n/locale';

interface Props {
  /** What is read, a pause after each. */
  lines: string[];
  locale: Locale;
  words: { readAloud: string; stopReading: string };
}

const isOf = (locale: Locale) => (voice: SpeechSynthesisVoice) =>
  voice.lang.slice(0, 2).toLowerCase() === locale.slice(0, 2);

/** Reads a question and its options aloud with the device's own voice; not there on a device that has none. */
export function ReadAloud({ lines, locale, words }: Props) {
  const [isAble, setIsAble] = useState(false);
  const [isReading, setIsReading] = useState(false);
  const text = lines.join('\n');
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setIsAble(speechSynthesis.getVoices().some(isOf(locale)));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [locale]);
  useEffect(() => {
    // What belongs to one question does not go on over the next.
    if (!isAble || !text) return;
    return () => {
      speechSynthesis.cancel();
      setIsReading(false);
    };
  }, [isAble, text]);
  if (!isAble) return null;
  const read = () => {
    speechSynthesis.cancel();
    if (isReading) return setIsReading(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = dateLocale(locale);
    const voice = speechSynthesis.getVoices().find(isOf(locale));
    if (voice) utterance.voice = voice;
    utterance.onend = () => setIsReading(false);
    utterance.onerror = () => setIsReading(false);
    setIsReading(true);
    speechSynthesis.speak(utterance);
  };
  return (
    <button class="button quiet" type="button" onClick={read}>
      {isReading ? words.stopReading : words.readAloud}
    </button>
  );
}
