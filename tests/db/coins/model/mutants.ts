// Mistakes somebody could make in the functions of the ledger, each one line, to see that the sequences notice.
import type { Transaction } from '../../../support/database.ts';

interface Mutant {
  mistake: string;
  function: string;
  from: string;
  to: string;
}

export const mutants: Mutant[] = [
  {
    mistake: 'the newest coins are spent first',
    function: 'ledger.post_transfer',
    from: 'v_older := least(v_wallet.older, p_amount)',
    to: 'v_older := greatest(0, p_amount - (v_wallet.balance - v_wallet.older))',
  },
  {
    mistake: 'coins come back younger than they went',
    function: 'ledger.post_transfer',
    from: 'v_older := v_corrected.older',
    to: 'v_older := 0',
  },
  {
    mistake: 'a transfer is corrected twice',
    function: 'ledger.post_transfer',
    from: 'and corrects_id = p_corrects_id',
    to: 'and corrects_id = -1',
  },
  {
    mistake: 'an award taken back still counts for the yearly cap',
    function: 'ledger.post_transfer',
    from: "when v_corrected.kind = 'award'",
    to: "when false and v_corrected.kind = 'award'",
  },
  {
    mistake: 'nothing lapses in a wallet nobody came by for two years',
    function: 'ledger.turn_wallet',
    from: 'when p_year = v_wallet.year + 1 then',
    to: 'when p_year > v_wallet.year then',
  },
  {
    mistake: 'the yearly cap is forgotten',
    function: 'ledger.award',
    from: 'coins_per_year - v_wallet.earned',
    to: '1000000000',
  },
  {
    mistake: 'an envelope pays without being drawn from',
    function: 'ledger.draw',
    from: 'remaining - p_amount',
    to: 'remaining',
  },
  {
    mistake: 'what is taken back is not refilled',
    function: 'ledger.take_back',
    from: 'remaining + v_award.amount',
    to: 'remaining',
  },
  {
    mistake: 'the stock is not counted',
    function: 'private.redeem_reward',
    from: 'stock = stock - 1',
    to: 'stock = stock',
  },
];

/** Puts a mistake into the database, for this transaction only. */
export async function plant(tx: Transaction, mutant: Mutant): Promise<void> {
  const [row] = await tx<{ body: string }[]>`
    select pg_get_functiondef(${mutant.function}::regproc) as body`;
  const body = row?.body ?? '';
  if (!body.includes(mutant.from)) {
    throw new Error(`“${mutant.from}” is not in ${mutant.function}: plant the mistake elsewhere.`);
  }
  await tx.unsafe(body.replace(mutant.from, mutant.to));
}
