import { describe, expect, test } from 'vitest';
import { judgeBooks, type ProvedFact } from '../../../../src/features/coins/books/health.ts';

const now = new Date('2026-11-24T01:00:00Z');
const fact = (hoursAgo: number, change: Partial<ProvedFact> = {}): ProvedFact => ({
  at: new Date(now.getTime() - hoursAgo * 3_600_000).toISOString(),
  kind: 'new',
  fact: 'every wallet equals its transfers',
  holds: true,
  detail: '',
  seconds: 1.5,
  ...change,
});

describe('the books', () => {
  test('are open before the first day has been closed', () => {
    expect(judgeBooks(null, [], now)).toEqual({ status: 'open', through: null, proof: null });
  });

  test('are well when every fact of a proof of the last 26 hours holds', () => {
    expect(judgeBooks('2026-11-23', [fact(26)], now)).toEqual({
      status: 'ok',
      through: '2026-11-23',
      proof: {
        at: '2026-11-22T23:00:00.000Z',
        kind: 'new',
        seconds: 1.5,
        facts: [{ fact: 'every wallet equals its transfers', holds: true }],
      },
    });
  });

  test('are late when the last proof is older, or there is none although a day has been closed', () => {
    expect(judgeBooks('2026-11-23', [fact(26.001)], now).status).toBe('late');
    expect(judgeBooks('2026-11-23', [], now).status).toBe('late');
  });

  test('are broken when one fact of the last proof does not hold, however old it is', () => {
    const wrong = fact(30, { fact: 'another', holds: false, detail: '2 wallets differ' });
    const { status, proof } = judgeBooks('2026-11-23', [fact(30), wrong], now);
    expect(status).toBe('broken');
    expect(proof?.facts.at(-1)).toEqual({
      fact: 'another',
      holds: false,
      detail: '2 wallets differ',
    });
  });

  test('read a moment as PostgreSQL spells it', () => {
    const { proof } = judgeBooks('2026-11-23', [fact(0, { at: '2026-11-24 08:30:00+08' })], now);
    expect(proof?.at).toBe('2026-11-24T00:30:00.000Z');
  });
});
