import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetSettings, holdCommits } from './commits.ts';
import { startDatabase } from './parts/index.ts';
import { type Rounds, runRounds } from './rounds.ts';
import { byDatabase } from './send.ts';
import { clients, kills } from './settings.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const crashWith =
  (...flags: string[]) =>
  async (after: number) => {
    await database.kill(after);
    forgetSettings();
    database = await startDatabase(...flags);
  };

const rounds = (options: Partial<Rounds>) =>
  runRounds({ count: kills, sender: byDatabase, crash: crashWith(), ...options });
const patience = 60_000 + kills * 15_000;

test(
  'PostgreSQL killed under load keeps what was acknowledged, each once, when clients repeat their key',
  async () => {
    const { figures, ...found } = await rounds({ hold: () => holdCommits(clients) });
    console.log(figures);
    expect(found).toEqual({
      lost: [],
      twice: [],
      strange: [],
      refused: [],
      broken: [],
      stockIsRight: true,
    });
    // It was killed while calls were under way, and some of them had been served.
    expect(figures.inDoubt).toBeGreaterThanOrEqual(kills);
    expect(figures.doneInDoubt).toBeGreaterThanOrEqual(kills / 2);
  },
  patience,
);

describe('this would be seen:', () => {
  test('acknowledged postings are lost when PostgreSQL answers before it has written', async () => {
    await database.stop();
    const careless = ['synchronous_commit=off', 'wal_writer_delay=10s', 'shared_buffers=256MB'];
    database = await startDatabase(...careless);
    const { figures, lost } = await rounds({ count: 1, crash: crashWith() });
    console.log('answering before writing', figures, 'lost', lost.length);
    expect(lost.length).toBeGreaterThan(0);
  }, 120_000);

  test('postings are there twice when clients name a new key each time they ask', async () => {
    const { figures, twice } = await rounds({
      count: 2,
      keepsKey: false,
      hold: () => holdCommits(clients),
    });
    console.log('a new key each time', figures, 'there twice', twice.length);
    expect(twice.length).toBeGreaterThan(0);
  }, 120_000);
});
