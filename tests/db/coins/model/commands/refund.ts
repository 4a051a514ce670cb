import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Bag, type Books, type Entry, Refused } from '../books.ts';
import { type Call, type Command, idOf, letters, moved, pick } from '../call.ts';

/** Coins too old to live: as they are when the resident asked, as last year's when the system gives. */
const returned = (books: Books, bag: Bag, bySystem: boolean): Bag => {
  const coins: Bag = new Map();
  for (const [year, amount] of bag) {
    const back = bySystem ? Math.max(year, books.year - 1) : year;
    coins.set(back, (coins.get(back) ?? 0) + amount);
  }
  return coins;
};

/** A redemption's coins come back, as old as they went. */
const refunding = (before: Entry, owner: number, key: string, bySystem: boolean): Call => ({
  words: `refund(${letters[owner]}, redemption ${before.key.slice(0, 4)} of ${letters[before.owner]}, key ${key.slice(0, 4)}, by ${bySystem ? 'the system' : 'the resident'})`,
  foretell(books) {
    const sent = books.find(owner, 'refund', key, before.key);
    if (sent) return { amount: sent.amount };
    if (owner !== before.owner) throw new Refused('transfer_unknown');
    books.correct(before, key);
    const { amount, bag } = before;
    const { year } = books;
    books.give(owner, returned(books, bag, bySystem));
    books.write({ owner, kind: 'refund', key, content: before.key, amount, bag, year });
    return { amount };
  },
  send: async (tx, world) => {
    const id = idOf(world, owner);
    return moved(
      await tx`select (ledger.post_transfer(${id}, 'refund', 'redemption', 'wallet', ${before.amount},
        ${`test:${before.key}`}, ${`refund:${key}`}, ${bySystem ? null : id},
        coalesce((select t.id from ledger.transfers t join public.redemptions r
            on r.resident_id = t.resident_id and t.reference = 'redemption:' || r.id
          where r.idempotency_key = ${before.key} and r.resident_id = ${idOf(world, before.owner)}
            and t.kind = 'redeem'), -1))).*`,
    );
  },
});

class Refund implements Command {
  constructor(
    readonly nth: number,
    readonly bySystem: boolean,
  ) {}
  resolve(books: Books) {
    const before = pick(books, 'redeem', this.nth);
    return before && refunding(before, before.owner, randomUUID(), this.bySystem);
  }
}

/** A refund sent again, as it was or for another redemption, or of somebody else's redemption. */
class RefundAgain implements Command {
  constructor(
    readonly nth: number,
    readonly owner: number,
    readonly how: 'same' | 'other' | 'foreign',
  ) {}
  resolve(books: Books) {
    const sent = pick(books, 'refund', this.nth);
    const before = books.entries.find((one) => one.kind === 'redeem' && one.key === sent?.content);
    const other = pick(books, 'redeem', this.nth);
    if (!sent || !before || !other) return undefined;
    if (this.how === 'same') return refunding(before, sent.owner, sent.key, false);
    if (this.how === 'other' && other.owner === sent.owner)
      return refunding(other, sent.owner, sent.key, false);
    if (this.owner === before.owner) return undefined;
    return refunding(before, this.owner, randomUUID(), false);
  }
}

export const refunds = [
  fc.tuple(fc.nat(30), fc.boolean()).map((of) => new Refund(...of)),
  fc
    .tuple(
      fc.nat(30),
      fc.nat(2),
      fc.constantFrom('same' as const, 'other' as const, 'foreign' as const),
    )
    .map((of) => new RefundAgain(...of)),
];
