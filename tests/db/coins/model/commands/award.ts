import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Books, Refused } from '../books.ts';
import { type Call, type Command, idOf, letters, moved, pick } from '../call.ts';

/** The action is paid to a resident: at most what the yearly cap leaves, at most what the envelope holds. */
const awarding = (owner: number, amount: number, key: string, reference: string): Call => ({
  words: `award(${letters[owner]}, ${amount}, key ${key.slice(0, 4)}, ${reference})`,
  foretell(books) {
    const before = books.find(owner, 'award', key, reference);
    if (before) return { amount: before.amount };
    const paid = Math.min(amount, books.cap - books.earned(owner));
    if (paid <= 0) return null;
    if (books.left(books.year) < paid) throw new Refused('envelope_empty');
    const bag = new Map([[books.year, paid]]);
    books.earn(owner, books.year, paid);
    books.give(owner, bag);
    const { year } = books;
    books.write({ owner, kind: 'award', key, content: reference, amount: paid, bag, year });
    return { amount: paid };
  },
  send: async (tx, world) =>
    moved(
      await tx`select (ledger.award(${idOf(world, owner)}, ${world.action}, ${amount}, ${reference},
        ${`award:${key}`}, null)).*`,
    ),
});

class Award implements Command {
  constructor(
    readonly owner: number,
    readonly amount: number,
  ) {}
  resolve() {
    return awarding(this.owner, this.amount, randomUUID(), 'test:award');
  }
}

/** An award sent again: as it was, for another reason, or with somebody else's key. */
class AwardAgain implements Command {
  constructor(
    readonly nth: number,
    readonly owner: number,
    readonly how: 'same' | 'other' | 'foreign',
  ) {}
  resolve(books: Books) {
    const before = pick(books, 'award', this.nth);
    if (!before) return undefined;
    const owner = this.how === 'foreign' ? this.owner : before.owner;
    const reference = this.how === 'other' ? 'test:another' : before.content;
    return awarding(owner, before.amount, before.key, reference);
  }
}

const owner = fc.nat(2);

export const awards = [
  fc.tuple(owner, fc.integer({ min: 1, max: 25 })).map((of) => new Award(...of)),
  fc
    .tuple(
      fc.nat(30),
      owner,
      fc.constantFrom('same' as const, 'other' as const, 'foreign' as const),
    )
    .map((of) => new AwardAgain(...of)),
];
