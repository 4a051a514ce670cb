import { draftStore } from '../../../lib/draft';
import type { Answers } from '../questionnaire/schema';
import type { Strata } from '../strata';

/** Where somebody is: at a question, at what they state of themselves, or looking it all over. */
export type Place = { question: string } | 'strata' | 'review';

/** An answer sheet as it lies on the device until it has been sent. */
export interface Sheet {
  /** Decides the order of shuffled options, so that it stays as it was. */
  seed: string;
  answers: Answers;
  strata: Strata;
  at?: Place;
  /** Handed in while there was no network: it goes off as soon as there is one. */
  isWaiting?: true;
}

/** A sheet nobody has written on. */
export const newSheet = (): Sheet => ({ seed: crypto.randomUUID(), answers: {}, strata: {} });

/** Where the sheet of a wave lies on this device. */
export const sheetStore = (waveId: string) => draftStore<Sheet>(`survey:${waveId}`, true);
