import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { anonymous, sql } from '../../support/database.ts';
import {
  comeFrom,
  dayFromToday,
  newAddress,
  report,
  stored,
  submit,
} from '../../support/feedback.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';

let resident: SignedIn;
beforeAll(async () => {
  resident = await signUp();
});

const reportsOf = async (id: string) =>
  sql`select feedback_id from private.feedback_reports where resident_id = ${id}`;

describe('a report sent without an account', () => {
  test('arrives with a number, a code, a folder and the day it is passed on by', async () => {
    const receipt = await report();
    expect(receipt.tracking_code).toMatch(/^[2-9A-HJ-NP-TV-Z]{12}$/);
    expect(receipt.due_on).toBe(await dayFromToday(3));
    expect(await stored(receipt.id)).toMatchObject({
      status: 'received',
      public_text: '',
      is_public: false,
      department: null,
    });
  });

  test('is linked to no account even when somebody signed in sends it', async () => {
    const before = await reportsOf(resident.id);
    const receipt = await report({}, resident.api);
    expect(await reportsOf(resident.id)).toEqual(before);
    const [row] = await sql`
      select resident_id from private.feedback_reports where feedback_id = ${receipt.id}`;
    expect(row?.resident_id).toBeNull();
    const everywhere = await sql`
      select (to_jsonb(f) || to_jsonb(r))::text as row from public.feedback f
      join private.feedback_reports r on r.feedback_id = f.id where f.id = ${receipt.id}`;
    expect(everywhere[0]?.row).not.toContain(resident.id);
  });

  test('keeps neither its key nor its code nor the address it came from', async () => {
    const [key, address] = [randomUUID(), newAddress()];
    const [receipt] = await answer(submit(visitor(), { p_idempotency_key: key }, address));
    for (const table of [
      'public.feedback',
      'public.feedback_steps',
      'private.feedback_reports',
      'private.feedback_quota',
      'private.feedback_salts',
    ]) {
      const rows = await sql.unsafe(`select to_jsonb(t)::text as row from ${table} t`);
      const all = rows.map(({ row }) => row).join();
      for (const secret of [key, receipt?.tracking_code ?? '', address]) {
        expect(all.includes(secret), `${table} holds ${secret}`).toBe(false);
      }
    }
  });
});

describe('a report sent with an account', () => {
  test('is theirs, and nobody else’s, to list', async () => {
    const [sender, other] = [await signUp(), await signUp()];
    const receipt = await report({ p_with_account: true }, sender.api);
    const mine = await answer(sender.api.rpc('list_my_feedback'));
    expect(mine.map(({ number }) => number)).toEqual([receipt.number]);
    expect(await answer(other.api.rpc('list_my_feedback'))).toEqual([]);
    const refused = await refusal(other.api.rpc('read_my_report', { p_number: receipt.number }));
    expect(refused).toMatchObject({ status: 404, code: 'code_unknown' });
  });

  test('is refused to somebody who is not signed in', async () => {
    const refused = await refusal(submit(visitor(), { p_with_account: true }));
    expect(refused).toMatchObject({ status: 401, code: 'sign_in_first' });
  });
});

describe('the key of a report', () => {
  test('sent again gives the same number and the same code', async () => {
    const key = randomUUID();
    const [first] = await answer(submit(visitor(), { p_idempotency_key: key }));
    expect(await answer(submit(visitor(), { p_idempotency_key: key }))).toEqual([first]);
  });

  test('sent again after a moderator has passed it on gives the same receipt', async () => {
    const key = randomUUID();
    const [first] = await answer(submit(visitor(), { p_idempotency_key: key }));
    await sql`update public.feedback set status = 'assigned', department = 'water-bureau',
      assigned_at = now(), due_on = due_on + 30, town_code = 'suxi'
      where number = ${first?.number ?? 0}`;
    expect(await answer(submit(visitor(), { p_idempotency_key: key }))).toEqual([first]);
  });

  test.each([
    ['other words', { p_body: '另一件事' }],
    ['another kind', { p_kind: 'question' }],
    ['another town', { p_town_code: 'suxi' }],
    ['a photo more', { p_photos: 1 }],
    ['another wish to be public', { p_wants_public: true }],
    ['a contact', { p_contact: '13800000000' }],
  ])('with %s is refused', async (_, change) => {
    const key = randomUUID();
    await answer(submit(visitor(), { p_idempotency_key: key }));
    const refused = await refusal(submit(visitor(), { p_idempotency_key: key, ...change }));
    expect(refused).toMatchObject({ status: 409, code: 'key_reused' });
  });

  test('sent 32 times at once makes one report', async () => {
    const [key, address] = [randomUUID(), newAddress()];
    const { won, refused } = await race(
      times(32, () => ({
        run: async (tx) => {
          await comeFrom(tx, anonymous, address);
          const rows = await tx<{ number: string; tracking_code: string }[]>`
            select number, tracking_code from public.submit_feedback('complaint', '一件事', ${key})`;
          return JSON.stringify(rows);
        },
      })),
    );
    expect(refused).toEqual([]);
    expect(new Set(won).size).toBe(1);
  });
});

describe('what makes no sense is refused', () => {
  test.each([
    ['nothing written', { p_body: '  ' }, 'body_missing'],
    ['too much written', { p_body: '字'.repeat(2001) }, 'body_too_long'],
    ['a place that is a story', { p_place: '字'.repeat(201) }, 'place_too_long'],
    ['a contact that is a story', { p_contact: 'x'.repeat(101) }, 'contact_too_long'],
    ['four photos', { p_photos: 4 }, 'too_many_photos'],
    ['a town that is none', { p_town_code: 'atlantis' }, 'town_unknown'],
    ['a point in the sea', { p_latitude: 0, p_longitude: 0 }, 'place_outside_yiwu'],
    ['half a point', { p_latitude: 29.3 }, 'place_outside_yiwu'],
    ['no key', { p_idempotency_key: null }, 'key_missing'],
    ['no kind', { p_kind: null }, 'kind_missing'],
  ])('%s', async (_, values, code) => {
    expect((await refusal(submit(visitor(), values))).code).toBe(code);
  });

  test('a point is kept to about 100 m', async () => {
    const { id } = await report({ p_latitude: 29.306_789, p_longitude: 120.075_432 });
    const [row] = await sql`
      select latitude::text, longitude::text from private.feedback_reports where feedback_id = ${id}`;
    expect(row).toEqual({ latitude: '29.307', longitude: '120.075' });
  });
});

describe('limits of a day', () => {
  test('an account sends five reports and is told when it may send the next', async () => {
    const sender = await signUp();
    for (let turn = 0; turn < 5; turn += 1) {
      await answer(submit(sender.api, { p_with_account: true }));
    }
    const refused = await refusal(submit(sender.api, { p_with_account: true }));
    expect(refused).toMatchObject({ status: 429, code: 'too_many_today', detail: { limit: 5 } });
    const midnight = await sql`
      select private.shanghai_midnight(private.shanghai_day() + 1) as at`;
    expect(Date.parse(String(refused.detail.next_at))).toBe(midnight[0]?.at.getTime());
    // Without the account the account does not count.
    await answer(submit(sender.api));
  });

  test('of 40 at once from one address 20 arrive, whoever sends them', async () => {
    const address = newAddress();
    const { won, codes } = await race(
      times(40, () => ({
        run: async (tx) => {
          await comeFrom(tx, anonymous, address);
          await tx`select public.submit_feedback('question', '一件事', ${randomUUID()})`;
        },
      })),
    );
    expect({ won: won.length, codes }).toEqual({ won: 20, codes: { too_many_today: 20 } });
  });

  test('would let more through if it were counted first and written then', async () => {
    await withScratchTable('sender text', async (table) => {
      const { won } = await race(
        times(40, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as count from ${table}`);
            if (row?.count >= 20) return false;
            await tx.unsafe(`insert into ${table} values ('one')`);
            return true;
          },
        })),
      );
      expect(won.filter(Boolean).length).toBeGreaterThan(20);
    });
  });

  test('of 12 at once from one account 5 arrive', async () => {
    const sender = await addResident();
    const { won, codes } = await race(
      times(12, () => ({
        run: async (tx) => {
          await comeFrom(tx, sender, newAddress());
          await tx`select public.submit_feedback('question', '一件事', ${randomUUID()},
            p_with_account => true)`;
        },
      })),
    );
    expect({ won: won.length, codes }).toEqual({ won: 5, codes: { too_many_today: 7 } });
  });

  test('a report that is refused, or sent again, does not count', async () => {
    const [address, key] = [newAddress(), randomUUID()];
    for (let turn = 0; turn < 3; turn += 1) {
      await refusal(submit(visitor(), { p_body: '' }, address));
      await answer(submit(visitor(), { p_idempotency_key: key }, address));
    }
    const rows = await sql`
      select q.sent from private.feedback_quota q join private.feedback_salts s using (day)
      where q.sender_hash = sha256(s.salt || private.feedback_hash('sender', 'address ' || private.address_network(${address})))`;
    expect(rows).toEqual([{ sent: 1 }]);
  });

  test('an address stands nowhere as such, and its hash goes after two days', async () => {
    await sql`insert into private.feedback_salts (day) values (private.shanghai_day() - 2)`;
    await sql`insert into private.feedback_quota (day, sender_hash)
      values (private.shanghai_day() - 2, '\x01')`;
    const [done] = await sql`select private.forget_feedback_senders() as days`;
    expect(done?.days).toBe(1);
    const [left] = await sql`
      select count(*)::integer as count from private.feedback_quota
      where day < private.shanghai_day() - 1`;
    expect(left?.count).toBe(0);
  });
});
