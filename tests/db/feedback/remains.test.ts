// What must not remain of a report where colleagues read, and what must not be paid twice.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { assign, report, versionOf } from '../../support/feedback.ts';
import { race } from '../../support/race.ts';
import { answer } from '../../support/refusals.ts';
import { balanceOf } from '../../support/things.ts';

let moderator: SignedIn;
beforeAll(async () => {
  moderator = await signUpStaff('moderator');
});

describe('personal data a moderator struck out late', () => {
  test('does not stay behind in the audit, which says that the text changed and not what it was', async () => {
    const { id } = await report();
    const [name, place] = [`张三 ${randomUUID()}`, `三号门 ${randomUUID()}`];
    await answer(assign(moderator, id, { p_public_text: `${name}烧垃圾`, p_place_text: place }));
    await answer(assign(moderator, id, { p_public_text: '▇▇烧垃圾', p_place_text: '▇▇▇' }));
    const lines = await sql`
      select before, after, detail from public.audit_entries
      where subject_id = ${id} and act = 'assign_feedback' order by id`;
    expect(JSON.stringify(lines)).not.toContain(name);
    expect(JSON.stringify(lines)).not.toContain(place);
    expect(lines[1]?.after.public_text).not.toBe(lines[1]?.before.public_text);
    expect(lines[1]?.after.place_text).not.toBe(lines[1]?.before.place_text);
    expect(lines[1]?.after.version).toBe(2 + 1);
  });
});

describe('one violation reported more than once', () => {
  const price = async () => {
    const [row] = await sql`
      select coins::integer as coins from public.price_list where code = 'violation-report'`;
    return row?.coins;
  };
  const linked = async (senders: SignedIn[]) => {
    const reports = [];
    for (const sender of senders) {
      reports.push(await report({ p_kind: 'violation', p_with_account: true }, sender.api));
    }
    for (const { id } of reports.slice(1)) {
      await answer(
        moderator.api.rpc('link_feedback', {
          p_id: id,
          p_version: await versionOf(id),
          p_duplicate_of: reports[0]?.id as string,
        }),
      );
    }
    return reports;
  };

  test('pays each reporter once, however often they sent it and in whatever order it is verified', async () => {
    const [sender, other] = [await signUp(), await signUp()];
    const reports = await linked([sender, sender, other, sender]);
    for (const { id } of reports.toReversed()) {
      await answer(
        moderator.api.rpc('verify_violation', {
          p_id: id,
          p_version: await versionOf(id),
          p_verified: true,
        }),
      );
    }
    expect(await balanceOf(sender)).toBe(await price());
    expect(await balanceOf(other)).toBe(await price());
    const told = await answer(
      sender.api.from('notices').select('kind').eq('kind', 'feedback_verified'),
    );
    expect(told).toHaveLength(1);
  });

  test('pays once when all of them are verified in the same moment', async () => {
    const sender = await signUp();
    const reports = await linked([sender, sender, sender, sender]);
    const versions = await Promise.all(reports.map(({ id }) => versionOf(id)));
    const { refused } = await race(
      reports.map(({ id }, turn) => ({
        caller: moderator,
        run: (tx) =>
          tx`select public.verify_violation(${id}, ${versions[turn] ?? 0}::integer, true)`,
      })),
    );
    expect(refused).toEqual([]);
    expect(await balanceOf(sender)).toBe(await price());
  });
});
