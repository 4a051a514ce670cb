import fc from 'fast-check';
import type { Books } from '../books.ts';
import type { Call, Command } from '../call.ts';
import { turnTheYear } from '../world.ts';

/** A new year begins: what was earned in the year before last lapses, whenever anybody comes by. */
const turning: Call = {
  words: 'the year turns',
  foretell(books) {
    books.turnTheYear();
    return null;
  },
  send: async (tx) => {
    await turnTheYear(tx);
    return null;
  },
};

class TurnTheYear implements Command {
  resolve(books: Books) {
    return books.year < books.lastYear ? turning : undefined;
  }
}

/** The batch of lapsing comes by before anybody else. */
const lapsing: Call = {
  words: 'what is due lapses',
  foretell: () => null,
  send: async (tx, { residents }) => {
    await tx`select ledger.turn_wallet(id, ledger.year_of())
      from unnest(${residents.map(({ id }) => id)}::uuid[]) as id order by id`;
    return null;
  },
};

class Lapse implements Command {
  resolve() {
    return lapsing;
  }
}

export const turns = [fc.constant(new TurnTheYear()), fc.constant(new Lapse())];
