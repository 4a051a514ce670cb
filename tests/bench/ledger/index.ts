import { join } from 'node:path';
import { connect } from '../../../supabase/local/migrate.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { cut, median } from '../figures.ts';
import { ledgerSeconds, rounds } from '../settings.ts';
import { findPgbench, measuredRun, pgbench, pgbenchVersion, type Run } from './pgbench.ts';
import { proveBooks } from './proof.ts';
import { prepareResidents, residentCount, walletCount } from './residents.ts';

const clientCounts = [4, 8, 16];
const yardstickDatabase = 'bench_yardstick';
const yardstickScale = '10';
const file = (name: string) => ['-f', join(import.meta.dirname, name)];

interface Design {
  name: string;
  roundTrips: number;
  database: string;
  script: string[];
  /** Of its sessions, as PGOPTIONS has them. */
  settings?: string;
  /** How many clients at least. */
  from?: number;
}

/** With how often each transaction goes to the server and back, which is part of what it costs. */
const designs: Design[] = [
  { name: 'pgbench -N', roundTrips: 5, database: yardstickDatabase, script: ['-N'] },
  {
    name: 'ledger.post_transfer',
    roundTrips: 1,
    database: 'postgres',
    script: file('post-transfer.sql'),
  },
  {
    name: 'ledger.post_transfer, commit_delay 1 ms',
    roundTrips: 1,
    database: 'postgres',
    script: file('post-transfer.sql'),
    // As a disk would be that takes a millisecond longer; whatever is locked until then shows.
    settings: '-c commit_delay=1000 -c commit_siblings=0',
    from: 16,
  },
  {
    name: 'log_green_action, signed in',
    roundTrips: 4,
    database: 'postgres',
    script: file('log-green-action.sql'),
  },
];

const notMeasured =
  'Postings were not measured: there is no pgbench (on Debian: `apt-get install postgresql-contrib`).';

type Cell = Design & { clients: number; runs: Run[] };

const speed = (runs: Run[]) => median(runs.map(({ perSecond }) => perSecond));

/** One design at one number of clients, beside the yardstick at the same number. */
function summarise({ name, roundTrips, clients, runs }: Cell, cells: Cell[]) {
  const yardstick = cells.find((cell) => cell.clients === clients && cell.script[0] === '-N');
  return {
    name,
    roundTrips,
    clients,
    perSecond: cut(speed(runs), 1),
    latency: median(runs.map(({ latency }) => latency)),
    ratio: cut(speed(runs) / speed(yardstick?.runs ?? []), 3),
    runs: runs.map(({ perSecond }) => cut(perSecond, 1)),
  };
}

/** Postings a second against PostgreSQL itself, beside pgbench's own transactions in the same run. */
export async function measureLedger({ database }: Stack) {
  const path = findPgbench();
  if (!path) return { measured: false as const, reason: notMeasured };
  const sql = connect(database.url);
  try {
    await prepareResidents(sql);
    await sql.unsafe(`create database ${yardstickDatabase}`);
    await pgbench(path, database.urlOf(yardstickDatabase), ['-i', '-q', '-s', yardstickScale]);
    // What was prepared is on disk before anything is measured.
    await sql`checkpoint`;

    const cells = clientCounts.flatMap((clients) =>
      designs
        .filter(({ from = 0 }) => clients >= from)
        .map((design): Cell => ({ ...design, clients, runs: [] })),
    );
    // The designs take turns, so that a slow minute of the machine touches all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const { database: name, clients, script, settings, runs } of cells) {
        const how = { clients, seconds: ledgerSeconds, script, ...(settings && { settings }) };
        runs.push(await measuredRun(path, database.urlOf(name), how));
      }
    }
    const posted = cells
      .filter(({ database: name }) => name !== yardstickDatabase)
      .flatMap(({ runs }) => runs)
      .reduce((sum, { transactions }) => sum + transactions, 0);
    return {
      measured: true as const,
      pgbench: pgbenchVersion(path),
      seconds: ledgerSeconds,
      rounds,
      residents: residentCount,
      wallets: walletCount,
      results: cells.map((cell) => summarise(cell, cells)),
      proof: await proveBooks(sql, posted),
    };
  } finally {
    await sql.end();
  }
}
