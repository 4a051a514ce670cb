import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type Resident } from '../../support/actors.ts';
import { brokenFacts } from '../../support/books.ts';
import { sql } from '../../support/database.ts';
import { ledgerFingerprint, type Posting, post, spending } from '../../support/ledger.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, giveCoins } from '../../support/things.ts';

const megabyte = 'x'.repeat(1_048_576);

let owner: Resident;
beforeEach(async () => {
  owner = await addResident();
  await giveCoins(owner, 100);
});

/** Posts, and proves that it was refused and that not one row of the ledger is different. */
async function refusedPosting(posting: Posting) {
  const before = await ledgerFingerprint();
  const refused = await refusalBy(post({ residentId: owner.id, ...posting }));
  expect(await ledgerFingerprint()).toEqual(before);
  return refused;
}

test('a sane transfer is posted, so that the refusals below are not for another reason', async () => {
  const before = await ledgerFingerprint();
  await post({ residentId: owner.id });
  expect(await ledgerFingerprint()).not.toEqual(before);
  expect(await balanceOf(owner)).toBe(110);
});

describe('an amount', () => {
  test.each([['1'], ['1000000']])('of %s is posted', async (amount) => {
    await post({ residentId: owner.id, amount });
    expect(await balanceOf(owner)).toBe(100 + Number(amount));
  });

  test.each([
    ['0', 'transfer_moves_a_sane_amount'],
    ['-1', 'transfer_moves_a_sane_amount'],
    ['1000001', 'transfer_moves_a_sane_amount'],
    ['9223372036854775807', 'transfer_moves_a_sane_amount'],
    ['-9223372036854775808', 'transfer_moves_a_sane_amount'],
  ])('of %s is refused', async (amount, constraint) => {
    expect((await refusedPosting({ amount })).constraint).toBe(constraint);
  });

  test.each([
    ['2^63', '9223372036854775808', '22003'],
    ['a million digits', '9'.repeat(1_000_000), '22003'],
    ['nothing', null, '23502'],
    ['NaN', 'NaN', '22P02'],
    ['Infinity', 'Infinity', '22P02'],
    ['minus Infinity', '-Infinity', '22P02'],
    ['a thousandth', '0.001', '22P02'],
    ['one and a half', '1.5', '22P02'],
    ['an exponent', '1e3', '22P02'],
    ['an empty text', '', '22P02'],
    ['a full-width digit', '１', '22P02'],
    ['SQL', '1); delete from ledger.wallets; --', '22P02'],
  ])('that is %s is refused', async (_, amount, sqlState) => {
    expect((await refusedPosting({ amount })).sqlState).toBe(sqlState);
  });

  test('above the balance is refused, and says what is needed and what is there', async () => {
    const refused = await refusedPosting({ ...spending, amount: 101 });
    expect(refused).toMatchObject({
      status: 409,
      code: 'not_enough_coins',
      detail: { needed: 101, balance: 100 },
    });
  });

  test('of the whole balance is spent, and then not one coin more', async () => {
    await post({ residentId: owner.id, ...spending, amount: 100 });
    expect(await balanceOf(owner)).toBe(0);
    expect((await refusedPosting({ ...spending, amount: 1 })).code).toBe('not_enough_coins');
  });
});

describe('a transfer', () => {
  test.each([
    ['that touches no wallet', { kind: 'award', debit: 'issuance', credit: 'redemption' }],
    ['from an account to itself', { kind: 'award', debit: 'issuance', credit: 'issuance' }],
  ])('%s is refused', async (_, posting) => {
    expect((await refusedPosting(posting)).constraint).toBe('transfer_touches_exactly_one_wallet');
  });

  test('from a wallet to a wallet is refused', async () => {
    const first = await post({ residentId: owner.id });
    const refused = await refusalBy(
      sql`insert into ledger.transfers
          (resident_id, kind, debit, credit, amount, vintage, reference, idempotency_key, corrects_id)
        values (${owner.id}, 'reverse', 'wallet', 'wallet', 10, ledger.year_of(), 'test', 'reverse:test',
          ${first.id})`.execute(),
    );
    expect(refused.constraint).toBe('transfer_touches_exactly_one_wallet');
  });

  test('called an adjustment between wallets is refused', async () => {
    const refused = await refusedPosting({ kind: 'adjust', debit: 'wallet', credit: 'wallet' });
    expect(refused.constraint).toBe('transfer_touches_exactly_one_wallet');
  });

  test.each([
    ['an award out of redemptions', { kind: 'award', debit: 'redemption', credit: 'wallet' }],
    ['an award out of a wallet', { kind: 'award', debit: 'wallet', credit: 'issuance' }],
    ['a redemption into expiry', { kind: 'redeem', debit: 'wallet', credit: 'expiry' }],
    ['a redemption into a wallet', { kind: 'redeem', debit: 'redemption', credit: 'wallet' }],
    ['a refund out of issuance', { kind: 'refund', debit: 'issuance', credit: 'wallet' }],
    ['an expiry into redemptions', { kind: 'expire', debit: 'wallet', credit: 'redemption' }],
    ['an adjustment without its account', { kind: 'adjust', debit: 'issuance', credit: 'wallet' }],
    ['a reversal of nothing', { kind: 'reverse', debit: 'wallet', credit: 'issuance' }],
  ])('called %s is refused', async (_, posting) => {
    expect((await refusedPosting(posting)).constraint).toBe('transfer_kind_fits_its_accounts');
  });

  test.each([
    ['kind', { kind: 'gift' }],
    ['account', { debit: 'bank' }],
  ])('of an unknown %s is refused', async (_, posting) => {
    expect((await refusedPosting(posting)).sqlState).toBe('22P02');
  });

  test('of somebody without a wallet is refused', async () => {
    const refused = await refusedPosting({ residentId: randomUUID() });
    expect(refused).toMatchObject({ status: 404, code: 'wallet_unknown' });
  });

  test.each([
    ['nobody', { residentId: null }],
    ['no reference', { reference: null }],
    ['no key', { key: null }],
  ])('that names %s is refused', async (_, posting) => {
    expect((await refusedPosting(posting)).sqlState).toBe('23502');
  });

  test.each([
    ['an empty reference', { reference: '' }, 'transfer_reference_is_short'],
    [
      'a reference of 101 characters',
      { reference: 'x'.repeat(101) },
      'transfer_reference_is_short',
    ],
    ['a reference of a megabyte', { reference: megabyte }, 'transfer_reference_is_short'],
    ['an empty key', { key: '' }, 'transfer_key_names_its_kind'],
    ['a key of 101 characters', { key: 'x'.repeat(95) }, 'transfer_key_names_its_kind'],
    ['a key of a megabyte', { key: megabyte }, 'transfer_key_names_its_kind'],
  ])('with %s is refused', async (_, posting, constraint) => {
    expect((await refusedPosting(posting)).constraint).toBe(constraint);
  });
});

describe('a correction', () => {
  const reversal = { kind: 'reverse', debit: 'wallet', credit: 'issuance' } as const;

  test('names the transfer it corrects and takes its coins back', async () => {
    const mistake = await post({ residentId: owner.id, amount: 7 });
    await post({ residentId: owner.id, ...reversal, amount: 7, correctsId: mistake.id });
    expect(await balanceOf(owner)).toBe(100);
  });

  test('of a transfer that does not exist is refused', async () => {
    const refused = await refusedPosting({ ...reversal, correctsId: '999999999' });
    expect(refused).toMatchObject({ status: 404, code: 'transfer_unknown' });
  });

  test('of another resident’s transfer is refused', async () => {
    const other = await addResident();
    const theirs = await post({ residentId: other.id });
    const refused = await refusedPosting({ ...reversal, correctsId: theirs.id });
    expect(refused).toMatchObject({ status: 404, code: 'transfer_unknown' });
  });

  test('of fewer or more coins than moved is refused', async () => {
    const mistake = await post({ residentId: owner.id, amount: 7 });
    for (const amount of [6, 8]) {
      const refused = await refusedPosting({ ...reversal, amount, correctsId: mistake.id });
      expect(refused).toMatchObject({ status: 409, code: 'correction_differs' });
    }
  });

  test('of a transfer that has been corrected is refused', async () => {
    const mistake = await post({ residentId: owner.id, amount: 7 });
    await post({ residentId: owner.id, ...reversal, amount: 7, correctsId: mistake.id });
    const refused = await refusedPosting({ ...reversal, amount: 7, correctsId: mistake.id });
    expect(refused).toMatchObject({ status: 409, code: 'corrected_already' });
  });
});

describe('a wallet', () => {
  test.each([
    ['-1', 'wallet_is_never_overdrawn'],
    ['1000000000001', 'wallet_stays_within_reason'],
  ])('never holds %s coins, whoever writes it', async (balance, constraint) => {
    const before = await ledgerFingerprint();
    const refused = await refusalBy(
      sql`update ledger.wallets set balance = ${balance} where resident_id = ${owner.id}`.execute(),
    );
    expect(refused.constraint).toBe(constraint);
    expect(await ledgerFingerprint()).toEqual(before);
  });

  test('is opened once for an account', async () => {
    const refused = await refusalBy(
      sql`insert into ledger.wallets (resident_id) values (${owner.id})`.execute(),
    );
    expect(refused.constraint).toBe('wallets_pkey');
  });
});

describe('the proof of the books', () => {
  test.each([
    [
      'a wallet that was filled by hand',
      'update ledger.wallets set balance = balance + 1 where resident_id = $1',
    ],
    [
      'a transfer that moved no wallet',
      `insert into ledger.transfers
        (resident_id, kind, debit, credit, amount, vintage, action_code, reference, idempotency_key)
      values ($1, 'award', 'issuance', 'wallet', 5, ledger.year_of(), 'test-action', 'test:forged',
        'award:forged')`,
    ],
  ])('notices %s', async (_, tampering) => {
    const undone = new Error('undone');
    let noticed: string[] = [];
    const transaction = sql.begin(async (tx) => {
      await tx.unsafe(tampering, [owner.id]);
      noticed = await brokenFacts(tx);
      throw undone;
    });
    await expect(transaction).rejects.toBe(undone);
    expect(noticed).toEqual([
      'every wallet equals its transfers: 1 wallets differ',
      expect.stringMatching(/^what came minus what went is what is held: /),
    ]);
  });

  test.each([
    [
      'coins made younger by hand',
      'update ledger.wallets set older = older + 1 where resident_id = $1',
    ],
    ['earnings forgotten by hand', 'update ledger.wallets set earned = 0 where resident_id = $1'],
  ])('notices %s', async (_, tampering) => {
    const undone = new Error('undone');
    let noticed: string[] = [];
    const transaction = sql.begin(async (tx) => {
      await tx.unsafe(tampering, [owner.id]);
      noticed = await brokenFacts(tx);
      throw undone;
    });
    await expect(transaction).rejects.toBe(undone);
    expect(noticed).toEqual(['every wallet equals its transfers: 1 wallets differ']);
  });

  test('can be had with the secret key', async () => {
    const facts = await sql.begin(async (tx) => {
      await tx`set local role service_role`;
      return tx`select holds from ledger.verify()`;
    });
    expect(facts.length).toBeGreaterThan(3);
    expect(facts.filter(({ holds }) => !holds)).toEqual([]);
  });
});
