import { createHash, randomUUID } from 'node:crypto';
import { addResidents, type Resident, type SignedIn } from './actors.ts';
import { sql, type Transaction } from './database.ts';
import { onEmptyBooks } from './days.ts';

/** Runs SQL as the superuser where nothing was decided, closed or drawn yet, and undoes all of it. */
export const beforeTheDraw = <Result>(run: (tx: Transaction) => Promise<Result>) =>
  onEmptyBooks(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from private.audit_samples`;
    await tx`delete from private.audit_months`;
    await tx`delete from public.moderation_decisions`;
    await tx`set local session_replication_role = origin`;
    return run(tx);
  });

/** The month before this one in Asia/Shanghai, by its first day. */
export async function lastMonth(tx: Transaction): Promise<string> {
  const [row] = await tx<{ month: string }[]>`
    select to_char(date_trunc('month', private.shanghai_day()) - interval '1 month', 'YYYY-MM-DD') as month`;
  return row?.month ?? '';
}

/** Closes the last day of last month with this root. */
export const closeLastMonth = async (tx: Transaction, root: Buffer) =>
  tx`insert into ledger.days (day, transfers, issued, taken_back, spent, refunded, expired, adjusted_up,
      adjusted_down, held, has_demo, root, seal)
    values (${await lastMonth(tx)}::date + interval '1 month - 1 day', 0, 0, 0, 0, 0, 0, 0, 0, 0, false,
      ${root}, ${root})`;

/** A log of somebody who has one, and what moderators said of it, each at a time of last month. */
export interface PastLog {
  id: string;
  resident: Resident;
}

/** Logs that were decided on the 15th of last month, or `off` from noon of that day. */
export async function decidedLogs(
  tx: Transaction,
  count: number,
  { approved = true, off = '0' }: { approved?: boolean; off?: string } = {},
): Promise<PastLog[]> {
  const residents = await addResidents(count, tx);
  const logs = residents.map((resident) => ({ id: randomUUID(), resident }));
  const month = await lastMonth(tx);
  for (const { id, resident } of logs) {
    await tx`insert into public.action_logs
        (id, resident_id, action_code, idempotency_key, coins, status, reason)
      values (${id}, ${resident.id}, 'river-patrol', gen_random_uuid(), 10,
        ${approved ? 'approved' : 'rejected'}, ${approved ? null : 'other'})`;
    await tx`insert into public.moderation_decisions (log_id, moderator_id, approved, reason, decided_at)
      values (${id}, gen_random_uuid(), ${approved}, ${approved ? null : 'other'},
        private.shanghai_midnight(${month}::date + 14) + interval '12 hours' + ${off}::interval)`;
  }
  return logs;
}

/** Draws, and gives how many were drawn. */
export async function draw(tx: Transaction): Promise<number> {
  const [row] = await tx<{ drawn: number }[]>`select private.draw_audit_sample() as drawn`;
  return row?.drawn ?? -1;
}

/** What was drawn, by id. */
export async function drawnIds(tx: Transaction): Promise<string[]> {
  const rows = await tx<{ log_id: string }[]>`select log_id from private.audit_samples`;
  return rows.map(({ log_id }) => log_id).toSorted();
}

/** The lot of a log as anybody works it out: SHA-256 of the seed and the 16 bytes of its id, in hexadecimal. */
export const lotOf = (seed: Buffer, logId: string): string =>
  createHash('sha256')
    .update(seed)
    .update(Buffer.from(logId.replaceAll('-', ''), 'hex'))
    .digest('hex');

/** Lets logs be the sample of a month. */
export async function sample(month: string, logIds: string[]): Promise<void> {
  await sql`insert into private.audit_months (month, seed, seed_day, approved)
    values (${month}, 'x', ${month}, ${logIds.length}) on conflict do nothing`;
  await sql`insert into private.audit_samples (month, log_id)
    select ${month}, id from unnest(${logIds}::uuid[]) as id`;
}

/** Judges a sampled log a second time through the API. */
export const judge = (
  moderator: SignedIn,
  logId: string,
  right: boolean | null,
  rest: { p_reason?: unknown; p_note?: unknown } = {},
) => moderator.api.rpc('judge_audit_sample', { p_log_id: logId, p_right: right, ...rest } as never);

/** The ids a moderator is given to judge a second time. */
export async function samplesOf(moderator: SignedIn) {
  const { data, error } = await moderator.api.rpc('get_audit_queue');
  if (error) throw error;
  return data;
}
