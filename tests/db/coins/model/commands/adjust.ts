import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Books } from '../books.ts';
import { type Call, type Command, idOf, letters, moved, pick } from '../call.ts';

/** A wallet is corrected by hand: up with coins of this year, down with the oldest. */
const adjusting = (owner: number, change: number, key: string): Call => ({
  words: `adjust(${letters[owner]}, ${change}, key ${key.slice(0, 4)})`,
  foretell(books) {
    const amount = Math.abs(change);
    const sent = books.find(owner, 'adjust', key, String(change));
    if (sent) return { amount: sent.amount };
    const { year } = books;
    const bag = change > 0 ? new Map([[year, amount]]) : books.take(owner, amount);
    if (change > 0) books.give(owner, bag);
    books.write({ owner, kind: 'adjust', key, content: String(change), amount, bag, year });
    return { amount };
  },
  send: async (tx, world) =>
    moved(
      await tx`select (ledger.post_transfer(${idOf(world, owner)}, 'adjust',
        ${change > 0 ? 'adjustment' : 'wallet'}, ${change > 0 ? 'wallet' : 'adjustment'},
        ${Math.abs(change)}, 'test:adjustment', ${`adjust:${key}`}, null)).*`,
    ),
});

class Adjust implements Command {
  constructor(
    readonly owner: number,
    readonly change: number,
  ) {}
  resolve() {
    return adjusting(this.owner, this.change, randomUUID());
  }
}

/** An adjustment sent again: as it was, or by another amount. */
class AdjustAgain implements Command {
  constructor(
    readonly nth: number,
    readonly extra: number,
  ) {}
  resolve(books: Books) {
    const sent = pick(books, 'adjust', this.nth);
    if (!sent) return undefined;
    const change = Number(sent.content);
    return adjusting(sent.owner, change + Math.sign(change) * this.extra, sent.key);
  }
}

const change = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -20, max: -1 }));

export const adjustments = [
  fc.tuple(fc.nat(2), change).map((of) => new Adjust(...of)),
  fc.tuple(fc.nat(30), fc.nat(1)).map((of) => new AdjustAgain(...of)),
];
