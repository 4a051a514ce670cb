// Everything at once that touches a few linked reports: no circle of locks and no raw error.
import { expect, test } from 'vitest';
import { addStaff, signUp } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { report } from '../../support/feedback.ts';
import { race, times } from '../../support/race.ts';

const expected = new Set([
  'answered_already',
  'confirmed_already',
  'consent_missing',
  'due_invalid',
  'duplicate_of_itself',
  'feedback_closed',
  'feedback_unknown',
  'newer_version',
  'not_answered',
  'text_missing',
  'verified_already',
]);

test('40 connections: passing on, linking, answering, verifying, publishing, closing, confirming, leaving', async () => {
  const [moderator, editor] = [await addStaff('moderator'), await addStaff('editor')];
  for (let round = 0; round < 4; round += 1) {
    const senders = await Promise.all(times(4, () => signUp()));
    const reports: Awaited<ReturnType<typeof report>>[] = [];
    for (const { api } of senders) {
      reports.push(
        await report({ p_kind: 'violation', p_with_account: true, p_wants_public: true }, api),
      );
    }
    const ids = reports.map(({ id }) => id);
    const at = (turn: number) => ids[turn % 4] as string;
    const version = (tx: Transaction, id: string) =>
      tx`(select version from public.feedback where id = ${id})`;
    const steps: ((turn: number) => {
      caller?: typeof moderator;
      run: (tx: Transaction) => Promise<unknown>;
    })[] = [
      (turn) => ({
        caller: moderator,
        run: (
          tx,
        ) => tx`select public.assign_feedback(${at(turn)}, ${version(tx, at(turn))}, 'fotang',
          'water-bureau', private.shanghai_day() + 7, ${`溪边 ${turn}`})`,
      }),
      (turn) => ({
        caller: moderator,
        run: (tx) =>
          tx`select public.link_feedback(${at(turn)}, ${version(tx, at(turn))}, ${at(turn + 1 + (round % 3))})`,
      }),
      (turn) => ({
        caller: editor,
        run: (tx) => tx`select public.answer_feedback(${at(turn)}, ${version(tx, at(turn))}, '好')`,
      }),
      (turn) => ({
        caller: moderator,
        run: (tx) =>
          tx`select public.verify_violation(${at(turn)}, ${version(tx, at(turn))}, true)`,
      }),
      (turn) => ({
        caller: moderator,
        run: (tx) =>
          tx`select public.publish_feedback(${at(turn)}, ${version(tx, at(turn))}, true)`,
      }),
      (turn) => ({
        run: (tx) => tx`select public.confirm_feedback(${reports[turn % 4]?.tracking_code ?? ''})`,
      }),
      (turn) => ({
        run: (tx) =>
          tx`select public.reopen_feedback(${`没好 ${turn}`}, ${reports[turn % 4]?.tracking_code ?? ''})`,
      }),
      (turn) => ({
        caller: moderator,
        run: (tx) => tx`select public.link_feedback(${at(turn)}, ${version(tx, at(turn))}, null)`,
      }),
      (turn) => ({
        caller: moderator,
        run: (tx) => tx`select * from public.read_feedback_report(${at(turn)})`,
      }),
    ];
    const { refused } = await race([
      ...steps.flatMap((step, place) => times(4, (turn) => step(turn + place))),
      {
        caller: moderator,
        run: (tx) => tx`select public.close_feedback(${at(3)}, ${version(tx, at(3))}, '广告')`,
      },
      { run: (tx) => tx`delete from auth.users where id = ${senders[2]?.id ?? null}` },
    ]);
    const surprises = refused.filter(({ code }) => !expected.has(code));
    expect(
      surprises.map((one) => `${one.code || one.sqlState} ${one.message} ${one.context}`),
    ).toEqual([]);
    const [wrong] = await sql`
      select count(*)::integer as rows from public.feedback f
      where f.id in ${sql(ids)} and (
        f.duplicates <> (select count(*) from public.feedback d where d.duplicate_of = f.id)
        or exists (select from public.feedback o where o.id = f.duplicate_of and o.duplicate_of is not null))`;
    expect(wrong).toEqual({ rows: 0 });
  }
});
