import { describe, expect, test } from 'vitest';
import { flawOf, grouped } from '../../../src/features/rewards/merchant/typed-code';
import { checkCharacter } from '../../../src/features/rewards/voucher-code';

const codeOf = (body: string) => `${body}${checkCharacter(body)}`;
const right = codeOf('7KQ3WXZ8H4T');

describe('a typed voucher code', () => {
  test('has no flaw when it is right, however it is spaced', () => {
    expect(flawOf(right)).toBeUndefined();
    expect(flawOf(` ${grouped(right).toLowerCase()} `)).toBeUndefined();
  });

  test('that is too short or too long says by how much', () => {
    expect(flawOf(right.slice(0, 9))).toEqual({ kind: 'short', missing: 3 });
    expect(flawOf(`${right}7`)).toEqual({ kind: 'long', extra: 1 });
  });

  test.each(['0', 'O', '1', 'I', 'U', '券'])('with %s points at it', (character) => {
    const typed = `${right.slice(0, 4)}${character}${right.slice(5)}`;
    expect(flawOf(typed)).toEqual({ kind: 'foreign', place: 5, character });
  });

  test('with a lookalike points at it', () => {
    const typed = right.replace('8', 'B');
    const flaw = flawOf(typed);
    expect(flaw?.kind).toBe('suspect');
    expect(flaw).toMatchObject({ places: expect.arrayContaining([typed.indexOf('B') + 1]) });
  });

  test('with two neighbours swapped points at the first', () => {
    const typed = `${right.slice(0, 2)}3Q${right.slice(4)}`;
    expect(flawOf(typed)).toMatchObject({ kind: 'suspect', places: expect.arrayContaining([3]) });
  });

  test('with any other single character wrong is noticed all the same', () => {
    for (let place = 0; place < 12; place += 1) {
      for (const other of '23456789ABCDEFGHJKLMNPQRSTVWXYZ') {
        if (other === right[place]) continue;
        const flaw = flawOf(`${right.slice(0, place)}${other}${right.slice(place + 1)}`);
        expect(['wrong', 'suspect']).toContain(flaw?.kind);
      }
    }
  });

  test('is grouped as it is printed, while it is typed', () => {
    expect(grouped('7kq3w')).toBe('7KQ3-W');
    expect(grouped('7KQ3-')).toBe('7KQ3');
  });
});
