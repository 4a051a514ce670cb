// A fund for tests: in a transaction that is undone, so that nobody else's things are in it.
import type { Transaction } from './database.ts';
import { onEmptyBooks, pastTriggers } from './days.ts';

/** A fund with nothing in it, nothing on offer and nothing redeemed; undone at the end. */
export const onEmptyFund = <Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  onEmptyBooks(async (tx) => {
    await pastTriggers(tx, async () => {
      await tx`delete from public.redemptions`;
      await tx`delete from private.fund_payments`;
      await tx`delete from public.fund_pledges`;
      await tx`update public.rewards set is_open = false`;
      await tx`update private.settings set fen_per_coin = 10, fund_warn_percent = 120`;
    });
    return run(tx);
  });
