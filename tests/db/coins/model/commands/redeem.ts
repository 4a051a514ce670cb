import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Books, Refused } from '../books.ts';
import { type Call, type Command, letters, moved, pick } from '../call.ts';

/** A resident redeems a reward through the RPC: oldest coins first, one less in stock. */
const redeeming = (owner: number, reward: number, key: string): Call => ({
  words: `redeem(${letters[owner]}, reward ${reward}, key ${key.slice(0, 4)})`,
  caller: owner,
  foretell(books) {
    const before = books.find(owner, 'redeem', key, String(reward));
    if (before) return { amount: before.amount };
    const price = books.prices[reward] ?? 0;
    const reasons = [
      ...(books.balance(owner) < price ? ['not_enough_coins'] : []),
      ...((books.stock[reward] ?? 0) < 1 ? ['out_of_stock'] : []),
    ];
    if (reasons.length > 0) throw new Refused(...reasons);
    const bag = books.take(owner, price);
    books.stock[reward] = (books.stock[reward] ?? 0) - 1;
    const { year } = books;
    books.write({ owner, kind: 'redeem', key, content: String(reward), amount: price, bag, year });
    return { amount: price };
  },
  send: async (tx, world) =>
    moved(
      await tx`select price as amount from public.redeem_reward(${world.rewards[reward] ?? null}, ${key})`,
    ),
});

class Redeem implements Command {
  constructor(
    readonly owner: number,
    readonly reward: number,
  ) {}
  resolve() {
    return redeeming(this.owner, this.reward, randomUUID());
  }
}

/** A redemption sent again: as it was, for another reward, or by another resident. */
class RedeemAgain implements Command {
  constructor(
    readonly nth: number,
    readonly owner: number,
    readonly how: 'same' | 'other' | 'foreign',
  ) {}
  resolve(books: Books) {
    const before = pick(books, 'redeem', this.nth);
    if (!before) return undefined;
    const reward = Number(before.content);
    return redeeming(
      this.how === 'foreign' ? this.owner : before.owner,
      this.how === 'other' ? 1 - reward : reward,
      before.key,
    );
  }
}

const owner = fc.nat(2);

export const redemptions = [
  fc.tuple(owner, fc.nat(1)).map((of) => new Redeem(...of)),
  fc
    .tuple(
      fc.nat(30),
      owner,
      fc.constantFrom('same' as const, 'other' as const, 'foreign' as const),
    )
    .map((of) => new RedeemAgain(...of)),
];
