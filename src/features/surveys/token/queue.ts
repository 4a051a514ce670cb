import { PUBLIC_ANSWERS_URL } from 'astro:env/client';
import { Refusal } from '../../../lib/errors';
import { receiptOf } from './blind';
import { keep, readWritten } from './device';
import { obtainToken } from './obtain';
import { padded, type Sheet } from './pad';
import { post } from './post';

const minute = 60_000;

/** Between these an answer waits on its device, in milliseconds; every moment is as likely. */
export const delays = { shortest: 5 * minute, longest: 120 * minute };

/** A number between two, every one as likely; not to be foretold. */
const between = (least: number, most: number): number => {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return least + (draw / 2 ** 32) * (most - least);
};

/**
 * Puts somebody's answer to a wave, with the token, where it waits for its moment. Refused are a second one
 * (`token_used`), one whose token is elsewhere (`token_issued`) and one that is too long (`answer_too_long`).
 */
export async function writeAnswer(
  owner: string,
  waveId: string,
  answer: Pick<Sheet, 'mode' | 'strata' | 'answers'>,
): Promise<void> {
  const kept = await obtainToken(owner, waveId);
  if (kept.step !== 'ready') {
    const code = kept.step === 'elsewhere' ? 'token_issued' : 'token_used';
    throw new Refusal({ code, values: {} });
  }
  const { key, prepared, signature } = kept;
  await keep(owner, waveId, {
    step: 'written',
    body: padded({ key, prepared, signature, ...answer }),
    sendAt: Date.now() + between(delays.shortest, delays.longest),
    receipt: await receiptOf(prepared),
  });
  await sendWhenDue();
}

const address = () => new URL('/survey/answers', PUBLIC_ANSWERS_URL ?? location.origin);

/** Without cookies, without a session and without saying from which page. */
const asNobody: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };

/** Sends what waits and is due, or all of it; what does not get through waits on, and is sent the same again. */
export async function sendWritten({ all = false } = {}): Promise<void> {
  for (const { body, sendAt, receipt, replace } of await readWritten()) {
    if (!all && sendAt > Date.now()) continue;
    try {
      await post(address(), body, asNobody);
      await replace({ step: 'sent', receipt });
    } catch (error) {
      const code = error instanceof Refusal ? error.problem.code : 'offline';
      if (code !== 'offline') await replace({ step: 'refused', code });
    }
  }
}

/**
 * Sends what is written when its moment has come, for as long as this page is open. What was due before is sent a
 * little after the page, not with it.
 */
export async function sendWhenDue(): Promise<void> {
  const waiting = await readWritten();
  if (waiting.length === 0) return;
  const first = Math.min(...waiting.map(({ sendAt }) => sendAt));
  setTimeout(
    () => sendWritten().then(sendWhenDue, sendWhenDue),
    Math.max(first - Date.now(), between(minute / 12, minute)),
  );
}
