import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addResident, type Resident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { ledgerFingerprint, type Posting, post, spending } from '../../support/ledger.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, giveCoins, transfersOf } from '../../support/things.ts';

let owner: Resident;
beforeEach(async () => {
  owner = await addResident();
});

describe('the same key', () => {
  test('sent again gives the same transfer and moves no coin', async () => {
    const posting = { residentId: owner.id, key: randomUUID() };
    const first = await post(posting);
    expect(await post(posting)).toEqual(first);
    expect(await balanceOf(owner)).toBe(10);
    expect(await transfersOf(owner)).toBe(1);
  });

  test('sent 64 times at once makes one row with one id', async () => {
    const key = randomUUID();
    const { won, refused } = await race(
      times(64, () => ({ run: (tx) => post({ residentId: owner.id, key }, tx) })),
    );
    expect(refused).toEqual([]);
    expect(won).toHaveLength(64);
    expect(new Set(won.map(({ id }) => id)).size).toBe(1);
    expect(await transfersOf(owner)).toBe(1);
    expect(await balanceOf(owner)).toBe(10);
  });

  test('sent 64 times at once would make many rows if it were looked up first and written then', async () => {
    await withScratchTable('key uuid not null', async (table) => {
      const key = randomUUID();
      await race(
        times(64, () => ({
          run: async (tx) => {
            const [found] = await tx.unsafe(`select from ${table} where key = $1`, [key]);
            if (!found) await tx.unsafe(`insert into ${table} values ($1)`, [key]);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(1);
    });
  });

  test('spends once, even when the coins would do for one more', async () => {
    await giveCoins(owner, 20);
    const key = randomUUID();
    const { won } = await race(
      times(64, () => ({
        run: (tx) => post({ residentId: owner.id, ...spending, key }, tx),
      })),
    );
    expect(won).toHaveLength(64);
    expect(await balanceOf(owner)).toBe(10);
  });
});

describe('the same key with other content', () => {
  test.each<[string, Posting]>([
    ['amount', { amount: 11 }],
    ['reference', { reference: 'test:another' }],
    ['action', { actionCode: 'another-action' }],
  ])('in its %s is refused, and nothing changes', async (_, change) => {
    const posting = { residentId: owner.id, key: randomUUID() };
    await post(posting);
    const before = await ledgerFingerprint();
    const refused = await refusalBy(post({ ...posting, ...change }));
    expect(refused).toMatchObject({ status: 409, code: 'key_reused', detail: {} });
    expect(await ledgerFingerprint()).toEqual(before);
  });

  test('in the transfer it corrects is refused, and nothing changes', async () => {
    const [first, second] = [
      await post({ residentId: owner.id }),
      await post({ residentId: owner.id }),
    ];
    const reversal = {
      residentId: owner.id,
      kind: 'reverse',
      debit: 'wallet',
      credit: 'issuance',
      key: randomUUID(),
    };
    await post({ ...reversal, correctsId: first.id });
    const before = await ledgerFingerprint();
    const refused = await refusalBy(post({ ...reversal, correctsId: second.id }));
    expect(refused).toMatchObject({ status: 409, code: 'key_reused' });
    expect(await ledgerFingerprint()).toEqual(before);
  });
});

test('a key of one kind is no key of another, so a posting never waits for one of another kind', async () => {
  const key = randomUUID();
  await post({ residentId: owner.id, key });
  await post({ residentId: owner.id, ...spending, key });
  expect(await balanceOf(owner)).toBe(0);
  expect(await transfersOf(owner)).toBe(2);
});

describe('a key of another resident', () => {
  test('neither replays their transfer nor gives it away', async () => {
    const other = await addResident();
    const key = randomUUID();
    const theirs = await post({
      residentId: other.id,
      key,
      amount: 77,
      reference: 'test:theirs',
    });
    const mine = await post({ residentId: owner.id, key, amount: 5 });
    expect(mine).toMatchObject({ resident_id: owner.id, amount: '5', reference: 'test:posting' });
    expect(mine.id).not.toBe(theirs.id);
    expect([await balanceOf(owner), await balanceOf(other)]).toEqual([5, 77]);
  });
});

describe('a key whose transfer was', () => {
  test('refused can be used once there are coins', async () => {
    const spend = { residentId: owner.id, ...spending, key: randomUUID() };
    expect((await refusalBy(post(spend))).code).toBe('not_enough_coins');
    await giveCoins(owner, 10);
    await post(spend);
    expect(await balanceOf(owner)).toBe(0);
  });

  test('rolled back while another call waits for it is posted by that other call', async () => {
    const posting = { residentId: owner.id, key: randomUUID() };
    const [first, second] = [await sql.reserve(), await sql.reserve()];
    try {
      await first`begin`;
      const lost = await post(posting, first as never);
      const [backend] = await second`select pg_backend_pid() as pid`;
      const waiting = post(posting, second as never);
      await vi.waitUntil(async () => {
        const [row] = await sql`
          select cardinality(pg_blocking_pids(${backend?.pid})) > 0 as blocked`;
        return row?.blocked;
      });
      await first`rollback`;
      expect((await waiting).id).not.toBe(lost.id);
    } finally {
      first.release();
      second.release();
    }
    expect(await balanceOf(owner)).toBe(10);
    expect(await transfersOf(owner)).toBe(1);
  });
});
