// Who may read what the transparency page shows: everyone, and there is nothing but reading.
import { type Callable, clients, forEveryone, type RoomPermissions } from './words.ts';

const published = (sql: string): Callable => ({
  granted: clients,
  call: { sql: `select * from ${sql}`, answer: forEveryone('answers') },
});

export const transparency: RoomPermissions = {
  functions: {
    'public.get_book_months()': published('public.get_book_months()'),
    'ledger.book_months()': published('ledger.book_months()'),
    'public.get_action_days(date,date)': published(
      `public.get_action_days('2020-01-01', '2030-01-01')`,
    ),
    'ledger.action_days(date,date)': published(`ledger.action_days('2020-01-01', '2030-01-01')`),
    'public.get_envelope_outlooks(integer)': published('public.get_envelope_outlooks(2026)'),
    'ledger.envelope_outlooks(integer)': published('ledger.envelope_outlooks(2026)'),
  },
};
