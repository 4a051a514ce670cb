import { describe, expect, test } from 'vitest';
import { addResident, signUp } from '../../support/actors.ts';
import { asActor } from '../../support/database.ts';
import { post, spending } from '../../support/ledger.ts';
import { answer, refusal } from '../../support/refusals.ts';

describe('a resident', () => {
  test('reads their balance and a statement with signs, and nobody else’s', async () => {
    const [owner, other] = await Promise.all([signUp(), signUp()]);
    await post({ residentId: owner.id, amount: 30, reference: 'test:one' });
    await post({ residentId: owner.id, ...spending, amount: 12, reference: 'test:two' });
    await post({ residentId: other.id, amount: 99, reference: 'test:theirs' });

    expect(await answer(owner.api.from('my_wallet').select('balance'))).toEqual([{ balance: 18 }]);
    expect(
      await answer(
        owner.api
          .from('my_transfers')
          .select('kind, change, reference')
          .order('id', { ascending: false }),
      ),
    ).toEqual([
      { kind: 'redeem', change: -12, reference: 'test:two' },
      { kind: 'award', change: 30, reference: 'test:one' },
    ]);
  });

  test('does not see the keys or the causers of their own transfers', async () => {
    const owner = await addResident();
    await post({ residentId: owner.id });
    const [row] = await asActor(owner, (tx) => tx`select * from public.my_transfers`);
    expect(Object.keys(row ?? {})).toEqual([
      'id',
      'kind',
      'change',
      'reference',
      'posted_at',
      'vintage',
      'older',
      'receipt',
      'action_code',
      'debit',
      'credit',
      'corrects_id',
    ]);
  });

  test.each([['ledger'], ['private'], ['survey_private'], ['auth'], ['storage']])(
    'finds no schema %s behind the API',
    async (schema) => {
      const { api } = await signUp();
      const refused = await refusal(
        api
          .schema(schema as never)
          .from('wallets')
          .select(),
      );
      expect(refused.status).toBe(406);
    },
  );

  test('finds no call that posts a transfer', async () => {
    const { api } = await signUp();
    const refused = await refusal(api.rpc('post_transfer' as never));
    expect(refused.status).toBe(404);
  });
});
