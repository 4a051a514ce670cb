// Setup of every test file of the project "db": after each test the books must balance, whatever it
// was about, and at the end of the file its connections are closed.
import { afterAll, afterEach, expect } from 'vitest';
import { sql, type Transaction } from './database.ts';

/** The facts of the ledger that do not hold, as sentences with their figures. */
export async function brokenFacts(db: typeof sql | Transaction = sql): Promise<string[]> {
  const rows = await db`select fact, detail from ledger.verify() where not holds`;
  return rows.map((row) => `${row.fact}: ${row.detail}`);
}

afterEach(async () => {
  expect(await brokenFacts()).toEqual([]);
});

afterAll(async () => {
  await sql.end();
});
