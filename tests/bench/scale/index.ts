import { connect, type Sql } from '../../../supabase/local/migrate.ts';
import { cut, median, p95 } from '../figures.ts';
import { scaleRequests } from '../settings.ts';
import { addModerator, type Target, targets, timeOf } from './calls.ts';
import { closeDays, fill } from './fill.ts';
import { lapseEverybody } from './lapsing.ts';
import { prove } from './proofs.ts';
import { makeServer, type SizeName, sizeNames } from './server.ts';
import { sizes } from './sizes.ts';

type Databases = Record<SizeName, Sql>;

const seconds = (began: number) => cut((performance.now() - began) / 1_000, 1);

/** One target, asked of both sizes in turns, so that a slow moment of the machine touches both alike. */
async function compare(databases: Databases, target: Target) {
  const times: Record<SizeName, number[]> = { small: [], big: [] };
  // The first fifty make plans and warm up, and are not counted.
  for (let turn = -50; turn < scaleRequests; turn += 1) {
    for (const name of sizeNames) {
      const took = await timeOf(databases[name], sizes[name], target);
      if (turn >= 0) times[name].push(took);
    }
  }
  const of = (name: SizeName) => ({
    median: cut(median(times[name]), 2),
    p95: cut(p95(times[name]), 2),
  });
  return {
    name: target.name,
    small: of('small'),
    big: of('big'),
    ratio: cut(p95(times.big) / p95(times.small), 3),
  };
}

async function connected<Result>(
  urlOf: (name: SizeName) => string,
  use: (databases: Databases) => Promise<Result>,
): Promise<Result> {
  const databases = { small: connect(urlOf('small')), big: connect(urlOf('big')) };
  try {
    return await use(databases);
  } finally {
    for (const name of sizeNames) await databases[name].end();
  }
}

/** The city's wallets and transfers beside a small town's: pages, proofs and lapsing. */
export async function measureScale() {
  const say = (text: string) =>
    console.log(`  ${new Date().toISOString().slice(11, 19)} ${text} …`);
  say('two empty databases');
  const server = await makeServer();
  try {
    const filled = await connected(server.urlOf, async (databases) => {
      const began = performance.now();
      for (const name of sizeNames) {
        say(`filling the ${name} one with ${sizes[name].transfers.toLocaleString('en')} transfers`);
        await fill(databases[name], sizes[name]);
        await addModerator(databases[name]);
      }
      const filling = seconds(began);
      say('closing its days');
      const closing: Record<SizeName, number> = { small: 0, big: 0 };
      for (const name of sizeNames) closing[name] = cut(await closeDays(databases[name]), 1);
      const [row] = await databases.big`
        select (pg_database_size('small') + pg_database_size('big')) / 1e9 as gigabytes`;
      return { filling, closing: closing.big, gigabytes: cut(Number(row?.gigabytes), 1) };
    });
    await server.restart();
    return await connected(server.urlOf, async (databases) => {
      const results = [];
      for (const target of targets) {
        say(target.name);
        results.push(await compare(databases, target));
      }
      say('proving everything');
      const full = await prove(databases.big);
      for (let turn = 0; turn < 1_000; turn += 1) {
        await timeOf(databases.big, sizes.big, targets[0] as Target);
      }
      say('proving what is new');
      const incremental = await prove(databases.big);
      say('lapsing');
      const lapsing = await lapseEverybody(databases.big, sizes.big.asleep);
      say('proving what lapsed');
      const afterLapsing = await prove(databases.big);
      return {
        sizes,
        requests: scaleRequests,
        filled,
        results,
        full,
        incremental,
        lapsing,
        afterLapsing,
      };
    });
  } finally {
    await server.remove();
  }
}
