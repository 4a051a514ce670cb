import { randomUUID } from 'node:crypto';
import type { Enums } from '../../src/lib/database.types.ts';
import { asActor, type Caller, sql } from './database.ts';

/** Registers a cell past the console, with whoever is named in it; a school unless another kind is asked for. */
export async function newCell(
  options: { kind?: Enums<'cell_kind'>; members?: { id?: string }[]; isOpen?: boolean } = {},
): Promise<{ id: string; join_code: string }> {
  const { kind = 'school', members = [], isOpen = true } = options;
  const [cell] = await sql<{ id: string; join_code: string }[]>`
    insert into public.green_cells (kind, name_zh, name_en, town_code, join_code, is_open)
    values (${kind}, '测试细胞', 'Test cell', 'fotang', private.new_code(12), ${isOpen})
    returning id, join_code`;
  if (!cell) throw new Error('No cell was made.');
  for (const member of members) {
    await sql`insert into private.cell_members (cell_id, resident_id, kind)
      values (${cell.id}, ${member.id ?? null}, ${kind})`;
  }
  return cell;
}

/** A household with these residents in it. */
export const newHousehold = (...members: { id?: string }[]) => newCell({ kind: 'family', members });

/** Joins a cell as somebody, and keeps it. */
export const joinCell = (caller: Caller, code: string) =>
  asActor(caller, (tx) => tx`select public.join_cell(${code})`, { keep: true });

/** Makes a household as somebody and gives its id. */
export async function createHousehold(caller: Caller, name = '测试一家'): Promise<string> {
  const id = randomUUID();
  await asActor(caller, (tx) => tx`select public.create_household(${id}, ${name})`, { keep: true });
  return id;
}
