import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdCommits, releaseCommits } from './commits.ts';
import { type Part, startApi, startDatabase } from './parts/index.ts';
import { type Rounds, runRounds } from './rounds.ts';
import { byHttp } from './send.ts';
import { kills } from './settings.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let api: Part;
beforeAll(async () => {
  database = await startDatabase();
  api = await startApi(database.url);
});
afterAll(async () => {
  await api.stop();
  await database.stop();
});

/** Half of the connections the API holds. */
const waiting = 6;

const rounds = (options: Partial<Rounds>) =>
  runRounds({
    count: kills,
    sender: byHttp,
    hold: () => holdCommits(waiting),
    async crash(after) {
      await api.kill(after);
      await releaseCommits();
      api = await startApi(database.url);
    },
    ...options,
  });
const patience = 60_000 + kills * 20_000;

test(
  'the API killed in the midst of requests leaves each of them done once or not at all, when clients repeat their key',
  async () => {
    const { figures, ...found } = await rounds({});
    console.log(figures);
    expect(found).toEqual({
      lost: [],
      twice: [],
      strange: [],
      refused: [],
      broken: [],
      stockIsRight: true,
    });
    expect(figures.inDoubt).toBeGreaterThanOrEqual(kills);
    expect(figures.doneInDoubt).toBeGreaterThanOrEqual(kills / 2);
  },
  patience,
);

test('this would be seen: postings are there twice when clients name a new key each time they ask', async () => {
  const { figures, twice } = await rounds({ count: 2, keepsKey: false });
  console.log('a new key each time', figures, 'there twice', twice.length);
  expect(twice.length).toBeGreaterThan(0);
}, 120_000);
