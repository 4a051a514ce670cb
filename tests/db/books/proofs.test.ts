import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Transaction } from '../../support/database.ts';
import { closeDays, onEmptyBooks, pastTriggers, postThen } from '../../support/days.ts';

const broken = async (tx: Transaction, proof: 'verify' | 'verify_new') => {
  const rows = await tx<{ fact: string; detail: string }[]>`
    select fact, detail from ${tx(`ledger.${proof}`)}() where not holds`.catch(async () => {
    throw new Error(`ledger.${proof} failed.`);
  });
  return rows.map(({ fact, detail }) => `${fact}: ${detail}`);
};

const wallets = 'every wallet equals its transfers';
const sums = 'what came minus what went is what is held';
const days = 'every closed day still has its sums, its root and its seal';

/** Books of five days with one transfer each, closed, and proved once in full. */
async function provedBooks(tx: Transaction) {
  const posted = [];
  for (const daysAgo of [5, 4, 3, 2, 1]) posted.push(await postThen(tx, { daysAgo, amount: 10 }));
  await closeDays(tx);
  expect(await broken(tx, 'verify')).toEqual([]);
  expect(await broken(tx, 'verify_new')).toEqual([]);
  return posted as [Posted, Posted, Posted, Posted, Posted];
}
type Posted = Awaited<ReturnType<typeof postThen>>;

const changeTransfer = (tx: Transaction, { residentId }: Posted) =>
  pastTriggers(
    tx,
    () => tx`update ledger.transfers set amount = 11 where resident_id = ${residentId}`,
  );

/** The next proofs, until one of them finds something; at most as many as cover everything. */
async function foundWithin(tx: Transaction, nights: number) {
  for (let night = 1; night <= nights; night += 1) {
    const found = await broken(tx, 'verify_new');
    if (found.length > 0) return found;
  }
  return [];
}

describe('a proof of everything', () => {
  test('names the day whose transfer was changed', async () => {
    await onEmptyBooks(async (tx) => {
      const [, , old] = await provedBooks(tx);
      await changeTransfer(tx, old);
      const found = await broken(tx, 'verify');
      expect(found).toContain(`${days}: ${old.day}`);
      expect(found.join()).toContain(wallets);
      expect(found.join()).toContain(sums);
    });
  });

  test('finds a change that leaves every wallet and sum as they were', async () => {
    await onEmptyBooks(async (tx) => {
      const [, old] = await provedBooks(tx);
      await pastTriggers(
        tx,
        () =>
          tx`update ledger.transfers set action_code = 'other-action' where resident_id = ${old.residentId}`,
      );
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${old.day}`]);
    });
  });

  test('finds a transfer moved to another day, in both days', async () => {
    await onEmptyBooks(async (tx) => {
      const [, second, third] = await provedBooks(tx);
      await pastTriggers(
        tx,
        () => tx`update ledger.transfers set posted_at = posted_at - interval '1 day'
          where resident_id = ${third.residentId}`,
      );
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${second.day}, ${third.day}`]);
    });
  });

  test('finds a transfer slipped in before the first day', async () => {
    await onEmptyBooks(async (tx) => {
      await provedBooks(tx);
      const [first] = await tx`select min(day)::text as day from ledger.days`;
      await postThen(tx, { daysAgo: 4000 });
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${first?.day}`]);
    });
  });

  test.each([
    ['sum', `update ledger.days set issued = issued + 1, held = held + 1`],
    ['root', `update ledger.days set root = sha256('other')`],
    ['seal', `update ledger.days set seal = sha256('other')`],
  ])('finds a %s written anew', async (_, statement) => {
    await onEmptyBooks(async (tx) => {
      const [, , old] = await provedBooks(tx);
      await pastTriggers(tx, () => tx.unsafe(`${statement} where day = '${old.day}'`));
      expect((await broken(tx, 'verify')).join()).toContain(`${days}: ${old.day}`);
    });
  });

  test('finds that a day and its transfer were written anew together, by the seal of the next', async () => {
    await onEmptyBooks(async (tx) => {
      const [, , old, next] = await provedBooks(tx);
      await pastTriggers(tx, async () => {
        await tx`update ledger.transfers set action_code = 'other-action' where resident_id = ${old.residentId}`;
        await tx`delete from ledger.day_pages where day = ${old.day}`;
        await tx`delete from ledger.day_actions where day = ${old.day}`;
        await tx`insert into ledger.day_pages select * from ledger.list_day_pages(${old.day})`;
        await tx`insert into ledger.day_actions select * from ledger.list_day_actions(
          private.shanghai_midnight(${old.day}), private.shanghai_midnight(${old.day}::date + 1))`;
        await tx`update ledger.days set root =
          (select ledger.tree_root(array_agg(root order by page)) from ledger.day_pages where day = ${old.day})
          where day = ${old.day}`;
        await tx`update ledger.days d set seal = ledger.seal_of(d,
          (select b.seal from ledger.days b where b.day = d.day - 1)) where day = ${old.day}`;
      });
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${next.day}`]);
    });
  });

  test('finds a published leaf and a figure of an action written anew, and a day that is gone', async () => {
    await onEmptyBooks(async (tx) => {
      const [, second, third, fourth] = await provedBooks(tx);
      await pastTriggers(tx, async () => {
        await tx`update ledger.day_pages set leaves = replace(leaves, 'award', 'adjust') where day = ${second.day}`;
        await tx`update ledger.day_actions set issued = issued + 1 where day = ${third.day}`;
      });
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${second.day}, ${third.day}`]);
      await pastTriggers(tx, () => tx`delete from ledger.days where day = ${third.day}`);
      expect(await broken(tx, 'verify')).toEqual([`${days}: ${second.day}, ${fourth.day}`]);
    });
  });
});

describe('the nightly proof', () => {
  test('finds a wallet that was changed since it moved, and a sum that does not follow', async () => {
    await onEmptyBooks(async (tx) => {
      await provedBooks(tx);
      const moved = await postThen(tx, { daysAgo: 0, at: '00:00' });
      expect(await broken(tx, 'verify_new')).toEqual([]);
      await tx`update ledger.wallets set balance = balance + 1 where resident_id = ${moved.residentId}`;
      const found = (await broken(tx, 'verify_new')).join();
      expect(found).toContain(wallets);
      expect(found).toContain(sums);
    });
  });

  test('finds a changed transfer of a new day the first night', async () => {
    await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 5 });
      await tx`update ledger.rounds set through = private.shanghai_day() - 3`;
      const fresh = await postThen(tx, { daysAgo: 2 });
      await closeDays(tx);
      await changeTransfer(tx, fresh);
      expect((await broken(tx, 'verify_new')).join()).toContain(`${days}: ${fresh.day}`);
    });
  });

  test('finds a changed old day within one round of all days', async () => {
    await onEmptyBooks(async (tx) => {
      const [first] = await provedBooks(tx);
      await pastTriggers(
        tx,
        () =>
          tx`update ledger.transfers set action_code = 'other-action' where resident_id = ${first.residentId}`,
      );
      const [row] = await tx`select count(*)::integer as days from ledger.days`;
      expect((await foundWithin(tx, Math.min(row?.days, 28) + 1)).join()).toContain(
        `${days}: ${first.day}`,
      );
    });
  });

  test('finds a wallet that moved long ago and was changed so that the sum stays right', async () => {
    await onEmptyBooks(async (tx) => {
      const [first, second] = await provedBooks(tx);
      await tx`update ledger.wallets set balance = balance - 1 where resident_id = ${first.residentId}`;
      await tx`update ledger.wallets set balance = balance + 1 where resident_id = ${second.residentId}`;
      expect((await foundWithin(tx, 29)).join()).toContain(wallets);
    });
  });

  test('finds an envelope that paid other than what was awarded', async () => {
    await onEmptyBooks(async (tx) => {
      await provedBooks(tx);
      await tx`update ledger.envelope_shards set remaining = remaining - 1
        where (year, action_code, shard) in (select year, action_code, 0 from ledger.envelopes limit 1)`;
      expect((await broken(tx, 'verify_new')).join()).toContain('1 envelopes differ');
    });
  });

  test('runs once a night, when yesterday is closed, and is kept with what it found', async () => {
    await onEmptyBooks(async (tx) => {
      const prove = async () => (await tx`select ledger.prove_books() as facts`)[0]?.facts;
      expect(await prove()).toBe(0);
      await postThen(tx, { daysAgo: 2, residentId: randomUUID() });
      await closeDays(tx);
      expect(await prove()).toBe(5);
      expect(await prove()).toBe(0);
      const facts = await tx`select kind, holds from public.get_last_proof()`;
      expect(facts).toEqual(Array.from({ length: 5 }, () => ({ kind: 'full', holds: true })));

      await pastTriggers(tx, () => tx`update ledger.proofs set at = at - interval '1 day'`);
      const [old] = await tx`select min(day)::text as day from ledger.days where transfers > 0`;
      await pastTriggers(
        tx,
        () => tx`update ledger.days set issued = issued + 1 where day = ${old?.day}`,
      );
      expect(await prove()).toBe(4);
      const wrong =
        await tx`select kind, fact, detail from public.get_last_proof() where not holds`;
      expect(wrong).toEqual([{ kind: 'new', fact: days, detail: old?.day }]);
    });
  });
});
