// Sequences of commands for fast-check, run step by step against the model and the database.
import { isDeepStrictEqual } from 'node:util';
import fc, { type AsyncCommand } from 'fast-check';
import { brokenFacts } from '../../../support/books.ts';
import { anonymous, become, sql, type Transaction } from '../../../support/database.ts';
import { refusalOf } from '../../../support/refusals.ts';
import { type Books, Refused } from './books.ts';
import { type Call, type Command, callerOf } from './call.ts';
import { commands } from './commands.ts';
import {
  booksOf,
  newWorld,
  stateOf,
  stateOfBooks,
  totalsOf,
  totalsOfBooks,
  type World,
} from './world.ts';

interface Real {
  tx: Transaction;
  world: World;
}

/** What came of a call: coins that moved, null for none, or the code of a refusal. */
type Outcome = { amount: number } | null | { refused: string };

/** Sends a call as who makes it; what a refused one did is undone, as everywhere. */
async function send(tx: Transaction, world: World, call: Call): Promise<Outcome> {
  try {
    return await tx.savepoint(async (inner) => {
      const caller = callerOf(world, call);
      if (caller) await become(inner, caller);
      const answer = await call.send(inner, world);
      if (caller) {
        await become(inner, anonymous);
        await inner`select set_config('role', 'none', true)`;
      }
      return answer;
    });
  } catch (error) {
    const { code, sqlState, message } = refusalOf(error);
    return { refused: code || `${sqlState} ${message}` };
  }
}

/** Every outcome that came in the sequences so far, with how often. */
export const met = new Map<string, number>();

const inWords = (value: unknown) => JSON.stringify(value);

/** A command at its place in a sequence. */
class Step implements AsyncCommand<Books, Real> {
  private words: string;
  constructor(private readonly command: Command) {
    this.words = command.constructor.name;
  }
  [fc.cloneMethod]() {
    return new Step(this.command);
  }
  check = (books: Readonly<Books>) => this.command.resolve(books as Books) !== undefined;
  toString = () => this.words;

  async run(books: Books, { tx, world }: Real): Promise<void> {
    const call = this.command.resolve(books);
    if (!call) return;
    this.words = call.words;
    const answer = await send(tx, world, call);
    const outcome = answer === null ? 'nothing' : 'refused' in answer ? answer.refused : 'moved';
    met.set(outcome, (met.get(outcome) ?? 0) + 1);
    let allowed: Outcome[];
    try {
      allowed = [call.foretell(books)];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      allowed = error.codes.map((refused) => ({ refused }));
    }
    if (!allowed.some((outcome) => isDeepStrictEqual(outcome, answer))) {
      throw new Error(`${call.words}: expected ${inWords(allowed)}, came ${inWords(answer)}`);
    }
    const [expected, state] = [stateOfBooks(books, world), await stateOf(tx, world)];
    if (!isDeepStrictEqual(state, expected)) {
      throw new Error(`${call.words}: expected ${inWords(expected)}, found ${inWords(state)}`);
    }
  }
}

/** Sequences of up to so many commands of every kind. */
export const sequences = (maxCommands: number) =>
  fc.commands<Books, Real, false>(
    commands.map((one) => one.map((command): AsyncCommand<Books, Real> => new Step(command))),
    { maxCommands, size: 'max' },
  );

class Undone extends Error {}

/**
 * Runs a sequence in one transaction that is undone at the end, and compares after each command.
 * `prepare` may change the database first, within the same transaction.
 */
export async function runSequence(
  steps: Iterable<AsyncCommand<Books, Real>>,
  rewards: string[],
  prepare: (tx: Transaction) => Promise<unknown> = async () => {},
): Promise<void> {
  await sql
    .begin(async (tx) => {
      await prepare(tx);
      const world = await newWorld(tx as never, rewards);
      const books = booksOf(world);
      await fc.asyncModelRun(() => ({ model: books, real: { tx, world } }), steps);
      const [expected, totals] = [totalsOfBooks(books), await totalsOf(tx as never, world)];
      if (
        !isDeepStrictEqual(
          [...totals].map((row) => ({ ...row })),
          expected,
        )
      ) {
        throw new Error(`at the end: expected ${inWords(expected)}, found ${inWords(totals)}`);
      }
      const broken = await brokenFacts(tx);
      if (broken.length > 0) throw new Error(`the books: ${broken.join('; ')}`);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
}
