import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Books, type Entry, Refused } from '../books.ts';
import { type Call, type Command, idOf, letters, moved, pick } from '../call.ts';

/** An award is taken back: the coins leave, oldest first, and the envelope it came from is refilled. */
const takingBack = (award: Entry, owner: number, key: string): Call => ({
  words: `take back(${letters[owner]}, award ${award.key.slice(0, 4)} of ${letters[award.owner]}, key ${key.slice(0, 4)})`,
  foretell(books) {
    if (owner !== award.owner) throw new Refused('transfer_unknown');
    const sent = books.find(owner, 'reverse', key, award.key);
    if (sent) return { amount: sent.amount };
    if (award.correctedBy !== undefined) throw new Refused('corrected_already');
    const bag = books.take(owner, award.amount);
    books.correct(award, key);
    books.earn(owner, award.year, -award.amount);
    const { amount } = award;
    const { year } = books;
    books.write({ owner, kind: 'reverse', key, content: award.key, amount, bag, year });
    return { amount };
  },
  send: async (tx, world) =>
    moved(
      await tx`select (ledger.take_back(${idOf(world, owner)},
        (select id from ledger.transfers where resident_id = ${idOf(world, award.owner)}
          and idempotency_key = ${`award:${award.key}`}),
        'test:taken back', ${`reverse:${key}`}, null)).*`,
    ),
});

class TakeBack implements Command {
  constructor(readonly nth: number) {}
  resolve(books: Books) {
    const award = pick(books, 'award', this.nth);
    return award && takingBack(award, award.owner, randomUUID());
  }
}

/** An award taken back again: with the same key, with the key of another, or as somebody else's. */
class TakeBackAgain implements Command {
  constructor(
    readonly nth: number,
    readonly owner: number,
    readonly how: 'same' | 'other' | 'foreign',
  ) {}
  resolve(books: Books) {
    const sent = pick(books, 'reverse', this.nth);
    const award = books.entries.find((one) => one.kind === 'award' && one.key === sent?.content);
    if (!sent || !award) return undefined;
    if (this.how === 'same') return takingBack(award, sent.owner, sent.key);
    const other = books.entries.find(
      (one) => one.kind === 'award' && one.owner === sent.owner && one.key !== award.key,
    );
    if (this.how === 'other') return other && takingBack(other, sent.owner, sent.key);
    return this.owner === award.owner ? undefined : takingBack(award, this.owner, randomUUID());
  }
}

export const takingsBack = [
  fc.nat(30).map((nth) => new TakeBack(nth)),
  fc
    .tuple(
      fc.nat(30),
      fc.nat(2),
      fc.constantFrom('same' as const, 'other' as const, 'foreign' as const),
    )
    .map((of) => new TakeBackAgain(...of)),
];
