// What editors write of green cells. The database checks it: see save_cell.
import type { Enums, Tables } from '../../../lib/database.types';

/** The kinds the bureau registers: all but families, which make themselves. */
export const registeredKinds = [
  'school',
  'hospital',
  'community',
  'shop',
  'building',
] as const satisfies Enums<'cell_kind'>[];
export type RegisteredKind = (typeof registeredKinds)[number];

/** A cell as it stands in its form. */
export interface CellContent {
  id: string;
  kind: RegisteredKind;
  name_zh: string;
  name_en: string;
  town_code: string;
  is_open: boolean;
}

/** A cell nobody has written yet. */
export const newCell = (): CellContent => ({
  id: crypto.randomUUID(),
  kind: 'school',
  name_zh: '',
  name_en: '',
  town_code: 'choucheng',
  is_open: true,
});

/** A stored cell as its form shows it. */
export const contentOfCell = (
  row: Pick<Tables<'green_cells'>, 'id' | 'kind' | 'name_zh' | 'name_en' | 'town_code' | 'is_open'>,
): CellContent => ({
  id: row.id,
  kind: row.kind as RegisteredKind,
  name_zh: row.name_zh,
  name_en: row.name_en,
  town_code: row.town_code ?? '',
  is_open: row.is_open,
});
