import { describe, expect, test } from 'vitest';
import { type ClosedDay, dayAfter, firstBreak } from '../../../../src/features/coins/books/seal.ts';
import { closedDay, leavesOf, sealed } from './day.ts';

/** Four days on end, the second without transfers; across a leap day. */
const chain: ClosedDay[] = [];
for (const [place, count] of [5, 0, 12, 1].entries()) {
  const day = dayAfter('2028-02-27', place);
  const { held, seal } = chain.at(-1) ?? { held: 0, seal: null };
  chain.push(closedDay(day, leavesOf(day, count), { held, seal }));
}
const [first, second, third, fourth] = chain as [ClosedDay, ClosedDay, ClosedDay, ClosedDay];
/** A day changed by somebody who knows how seals are made. */
const forged = (day: ClosedDay, change: Partial<ClosedDay>, before: ClosedDay) => {
  const { seal: _, ...rest } = { ...day, ...change };
  return sealed(rest, before.seal);
};

describe('a chain of seals', () => {
  test('holds from the first day, and from any day after one that is known', async () => {
    expect(fourth.day).toBe('2028-03-01');
    expect(await firstBreak(chain)).toBeUndefined();
    expect(await firstBreak([third, fourth], second)).toBeUndefined();
    expect(await firstBreak([])).toBeUndefined();
  });

  test('breaks where a day was changed', async () => {
    const changed = { ...second, root: first.root };
    expect(await firstBreak([first, changed, third, fourth])).toEqual({
      day: second.day,
      fact: 'seal',
    });
  });

  test('breaks at the day after one that was changed and sealed anew', async () => {
    const changed = forged(second, { root: first.root }, first);
    expect(await firstBreak([first, changed, third, fourth])).toEqual({
      day: third.day,
      fact: 'seal',
    });
  });

  test('breaks where coins were held that did not come from the day before', async () => {
    const changed = forged(third, { held: third.held + 1 }, second);
    expect(await firstBreak([first, second, changed])).toEqual({ day: third.day, fact: 'held' });
  });

  test('breaks where a day is missing', async () => {
    expect(await firstBreak([first, third])).toEqual({ day: third.day, fact: 'gap' });
  });
});
