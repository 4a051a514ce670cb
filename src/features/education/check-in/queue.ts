import type { Answer, CheckInList, Scan } from './schema';

/** A scan made on this phone, and what the server made of it once it has said so. */
export interface KeptScan {
  scan: Scan;
  outcome?: Answer['outcome'];
}

/** How many scans travel in one request. */
export const batchSize = 200;

/** The scans the server has not acknowledged, oldest first. */
export const pendingOf = (kept: readonly KeptScan[]): Scan[] =>
  kept.filter(({ outcome }) => outcome === undefined).map(({ scan }) => scan);

/** The queue with more scans at its end; one that is there already is not added again. */
export function withScans(kept: readonly KeptScan[], scans: readonly Scan[]): KeptScan[] {
  const known = new Set(kept.map(({ scan }) => scan.nonce));
  return [...kept, ...scans.filter(({ nonce }) => !known.has(nonce)).map((scan) => ({ scan }))];
}

/** The queue after the server's answer; scans it did not name stay as they were. */
export function withAnswers(kept: readonly KeptScan[], answers: readonly Answer[]): KeptScan[] {
  const said = new Map(answers.map((answer) => [answer.nonce, answer]));
  return kept.map((one) => {
    const answer = said.get(one.scan.nonce);
    if (!answer) return one;
    const registration_id = one.scan.registration_id ?? answer.registration_id;
    return { scan: { ...one.scan, registration_id }, outcome: answer.outcome };
  });
}

/** The queue after a fresh list: what the list itself tells need not be kept twice. */
export function withoutListed(kept: readonly KeptScan[], list: CheckInList): KeptScan[] {
  const listed = new Set(list.scans.map(({ nonce }) => nonce));
  return kept.filter(({ scan, outcome }) => outcome === undefined || !listed.has(scan.nonce));
}

/** Scans the server could make nothing of; they count nowhere, and the host is told. */
export const refusedOf = (kept: readonly KeptScan[]): KeptScan[] =>
  kept.filter(({ outcome }) => outcome === 'unknown' || outcome === 'refused');

/** All that is known of a session: the server's scans and this phone's, each once. */
export function unitedScans(list: CheckInList, kept: readonly KeptScan[]): Scan[] {
  const refused = new Set(refusedOf(kept).map(({ scan }) => scan.nonce));
  const own = kept.map(({ scan }) => scan).filter(({ nonce }) => !refused.has(nonce));
  // The server's word comes last: it may know whose code it was.
  return [...new Map([...own, ...list.scans].map((scan) => [scan.nonce, scan])).values()];
}
