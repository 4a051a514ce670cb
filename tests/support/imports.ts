// Partners, their members, and the files they hand in.
import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Resident } from './actors.ts';
import { asActor, sql, type Transaction } from './database.ts';
import { json } from './education.ts';
import { alphabet } from './point-codes.ts';

export interface FileRow {
  member: unknown;
  date: unknown;
  quantity: unknown;
}

export interface Answer {
  id?: string;
  rows: number;
  accepted: number;
  coins: number;
  rejected: { line: number; verdict: string }[] | null;
}

export async function newPartner(
  actionCode: string,
  options: { isOpen?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await sql`insert into public.partners (id, name_zh, name_en, action_code, unit_zh, unit_en, is_open)
    values (${id}, '测试单车', 'Test bikes', ${actionCode}, '次', 'rides', ${options.isOpen ?? true})`;
  return id;
}

/** A resident joins as on the page; their member code. */
export async function join(resident: Resident, partnerId: string): Promise<string> {
  const row = await asActor(
    resident,
    async (tx) => (await tx`select public.join_partner(${partnerId}) as code`)[0],
    { keep: true },
  );
  return row?.code;
}

/** Many join at once, past the page; their codes in the same order. */
export async function joinAll(residents: { id: string }[], partnerId: string): Promise<string[]> {
  const members = residents.map(({ id }) => ({
    partner_id: partnerId,
    resident_id: id,
    member_code: Array.from({ length: 10 }, () => alphabet[randomInt(31)]).join(''),
  }));
  await sql`insert into private.partner_members ${sql(members)}`;
  return members.map(({ member_code }) => member_code);
}

/** A day of Shanghai so many days ago, YYYY-MM-DD. */
export async function daysAgo(days: number): Promise<string> {
  const [row] = await sql`select (private.shanghai_day() - ${days}::integer)::text as day`;
  return row?.day;
}

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What is posted; a file of its own unless a test says which. */
export interface Posting {
  partner: string;
  rows: unknown;
  id?: string | null;
  file?: string;
  name?: string | null;
}

const textOf = ({ rows, file }: Posting) => file ?? `${randomUUID()}${json(rows)}`;

const previewIn = async (tx: Transaction, posting: Posting): Promise<Answer> => {
  const [row] = await tx`select public.preview_import(${posting.partner},
    ${posting.name === undefined ? 'rides.csv' : posting.name}, ${hashOf(textOf(posting))},
    ${json(posting.rows)}::text::jsonb) as answer`;
  return row?.answer;
};

export const postIn = async (tx: Transaction, posting: Posting): Promise<Answer> => {
  const [row] =
    await tx`select public.post_import(${posting.id === undefined ? randomUUID() : posting.id},
    ${posting.partner}, ${posting.name === undefined ? 'rides.csv' : posting.name},
    ${hashOf(textOf(posting))}, ${json(posting.rows)}::text::jsonb) as answer`;
  return row?.answer;
};

export const preview = (who: Resident, posting: Posting) =>
  asActor(who, (tx) => previewIn(tx, posting), { keep: true });
export const post = (who: Resident, posting: Posting) =>
  asActor(who, (tx) => postIn(tx, posting), { keep: true });
