import { shanghaiDay } from '../../../lib/dates';
import { obtainToken, readOpenKeys } from './obtain';
import { sendWhenDue } from './queue';

const lookedOn = (owner: string) => `survey-tokens:${owner}`;

/** Has a token signed in every open wave, once a day, whether or not its owner means to answer. */
async function obtainAll(owner: string): Promise<void> {
  const today = shanghaiDay(new Date());
  if (localStorage.getItem(lookedOn(owner)) === today) return;
  for (const { wave_id, series } of await readOpenKeys()) {
    if (series === 'open') await obtainToken(owner, wave_id);
  }
  localStorage.setItem(lookedOn(owner), today);
}

/**
 * What a page does for surveys besides: sends answers that wait, and has tokens signed for whoever is signed in. What
 * is wrong, the page of the survey says.
 */
export async function keepTokens(owner: string): Promise<void> {
  await sendWhenDue();
  await obtainAll(owner);
}
