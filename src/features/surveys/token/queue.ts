import { PUBLIC_ANSWERS_URL } from 'astro:env/client';
import { Refusal } from '../../../lib/errors';
import { receiptOf } from './blind';
import { type Kept, keep, readKept, readWritten } from './device';
import { type ByInvitation, obtainToken, ownerOf } from './obtain';
import { padded, type Sheet } from './pad';
import { post } from './post';

const minute = 60_000;

/** Between these an answer waits on its device, in milliseconds; every moment is as likely. */
const delays = { shortest: 5 * minute, longest: 120 * minute };

/** Whoever is invited may never come back to the site: their answer leaves while its page is still open. */
const invitedDelays: typeof delays = { shortest: minute / 6, longest: minute };

/** A number between two, every one as likely; not to be foretold. */
const between = (least: number, most: number): number => {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return least + (draw / 2 ** 32) * (most - least);
};

type Answer = Pick<Sheet, 'mode' | 'strata' | 'answers'>;

/** An answer with its token, as it will be sent. */
const written = async (
  { key, prepared, signature }: Kept & { step: 'ready' },
  answer: Answer,
  sendAt: number,
): Promise<Kept> => ({
  step: 'written',
  body: padded({ key, prepared, signature, ...answer }),
  sendAt,
  receipt: await receiptOf(prepared),
});

/**
 * Puts somebody's answer to a wave, with the token, where it waits for its moment. Refused are a second one
 * (`token_used`), one whose token is elsewhere (`token_issued`) and one that is too long (`answer_too_long`).
 */
export async function writeAnswer(
  owner: string,
  waveId: string,
  answer: Answer,
  by?: ByInvitation,
): Promise<void> {
  const kept = await obtainToken(owner, waveId, by);
  if (kept.step !== 'ready') {
    const code = kept.step === 'elsewhere' ? 'token_issued' : 'token_used';
    throw new Refusal({ code, values: {} });
  }
  const { shortest, longest } = by ? invitedDelays : delays;
  await keep(owner, waveId, await written(kept, answer, Date.now() + between(shortest, longest)));
  await sendWhenDue();
}

/**
 * Sends an answer at once that an interviewer entered: the device is theirs, and the next person waits. Sent again
 * after a lost reply it is the same answer.
 */
export async function sendEntered(waveId: string, code: string, answer: Answer): Promise<void> {
  const owner = ownerOf(code);
  const kept = await obtainToken(owner, waveId, { invitation: code, mode: answer.mode });
  if (kept.step === 'ready') await keep(owner, waveId, await written(kept, answer, Date.now()));
  await sendWritten();
  const now = await readKept(owner, waveId);
  if (now?.step === 'sent') return;
  const refused = now?.step === 'refused' ? now.code : undefined;
  const used = now?.step === 'elsewhere' ? 'invitation_used' : undefined;
  throw new Refusal({ code: refused ?? used ?? 'offline', values: {} });
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
