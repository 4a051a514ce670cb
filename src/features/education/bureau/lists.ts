import { inLocale } from '../../../i18n/locale';
import type { Client } from '../../../lib/supabase/client';
import { townName } from '../../../lib/town-name';
import { townChoices } from '../../bureau/list/choices';
import type { Choice, Column, Filter, Reader } from '../../bureau/list/definition';
import { readDeskBases } from './api';

type InTown = { town_code: string | null };
type AtBase = InTown & {
  base_id: string | null;
  base_name_zh: string | null;
  base_name_en: string | null;
};

/** The bases an event can be narrowed to: those the caller can see. */
const baseChoices = async ({ locale }: Reader, client: Client): Promise<Choice[]> =>
  (await readDeskBases(client)).map(({ id, name_zh, name_en }) => ({
    value: id,
    label: inLocale({ zh: name_zh, en: name_en }, locale),
  }));

export const townColumn = <Row extends InTown>(): Column<Row> => ({
  key: 'town',
  label: (t) => t.eventDesk.columns.town,
  kind: 'text',
  value: (row, { locale }) => townName(row.town_code, locale),
  sort: 'town_code' as keyof Row & string,
});

export const townFilter = <Row extends InTown>(): Filter<Row> => ({
  key: 'town',
  label: (t) => t.eventDesk.columns.town,
  column: 'town_code' as keyof Row & string,
  kind: 'choice',
  choices: townChoices,
});

export const baseColumn = <Row extends AtBase>(): Column<Row> => ({
  key: 'base',
  label: (t) => t.eventDesk.columns.base,
  kind: 'text',
  value: (row, { locale }) => (locale === 'en' ? row.base_name_en : row.base_name_zh),
  sort: 'base_name_zh' as keyof Row & string,
  link: (row) => `/bureau/bases/${row.base_id}/`,
});

export const baseFilter = <Row extends AtBase>(): Filter<Row> => ({
  key: 'base',
  label: (t) => t.eventDesk.columns.base,
  column: 'base_id' as keyof Row & string,
  kind: 'choice',
  choices: baseChoices,
});
