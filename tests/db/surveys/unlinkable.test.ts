// Somebody who holds everything the database ever was, and the logs, against 500 answers whose authors are known.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../supabase/local/config.ts';
import { addResidents, type Resident } from '../../support/actors.ts';
import { anonymous, asActor, sql } from '../../support/database.ts';
import { answer } from '../../support/refusals.ts';
import { newToken, type Token } from '../../support/signed-token.ts';
import { newOpenWave, type OpenWave, responses, sheetOf, submit } from '../../support/surveys.ts';

const people = 500;
/** By chance one of them is right. */
const fiveTimesChance = 5;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hours = 1;
const days = 24 * hours;
const hashOf = ({ prepared }: Token) =>
  createHash('sha256').update(Buffer.from(prepared, 'hex')).digest('hex');

let wave: OpenWave;
let residents: Resident[];
let tokens: Token[];
/** Whose answer it is, by the hash of its token: what the adversary wants. */
let authors: Map<string, string>;

/** A wave of two weeks: everybody's token is signed when they first come by, and they answer at some later time. */
beforeAll(async () => {
  const draw = seeded(5);
  wave = await newOpenWave({ opensIn: -13 });
  residents = await addResidents(people);
  tokens = residents.map(() => newToken(wave.key));
  authors = new Map(tokens.map((token, at) => [hashOf(token), residents[at]?.id ?? '']));
  const events = residents.flatMap((resident, at) => {
    const first = draw() * 10 * days;
    const answered = first + draw() * (14 * days - first);
    const delay = (5 + draw() * 115) * (hours / 60);
    const sheet = sheetOf(wave, { token: tokens[at] as Token, answers: responses() });
    return [
      {
        at: first,
        run: () =>
          asActor(
            resident,
            (tx) => tx`select public.issue_token(${wave.id}, ${randomBytes(32).toString('hex')})`,
            { keep: true },
          ),
      },
      {
        at: answered + delay,
        run: () =>
          asActor(
            anonymous,
            (tx) => tx`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
              ${sheet.p_signature}, 'web', '{}', ${JSON.stringify(sheet.p_answers)}::text::jsonb)`,
            { keep: true },
          ),
      },
    ];
  });
  for (const { run } of events.sort((one, other) => one.at - other.at)) await run();
});

interface Issued {
  resident: string;
  xmin: number;
}
interface Answered {
  token: string;
  xmin: number;
}

/** Everything there is of both, in an order that PostgreSQL itself has. */
const issuedBy = (order: string) =>
  sql.unsafe<Issued[]>(`select resident_id as resident, xmin::text::bigint::integer as xmin
    from survey_private.issuances where wave_id = '${wave.id}' order by ${order}`);
const answeredBy = (order: string) =>
  sql.unsafe<
    Answered[]
  >(`select encode(token_sha256, 'hex') as token, xmin::text::bigint::integer as xmin
    from survey_private.answers where wave_id = '${wave.id}' order by ${order}`);

const rightOf = (guesses: [token: string, resident: string | undefined][]) =>
  guesses.filter(([token, resident]) => authors.get(token) === resident).length;

/** The n-th who had a token signed is taken for the n-th who answered. */
async function byRank(issued: string, answered: string): Promise<number> {
  const [from, to] = [await issuedBy(issued), await answeredBy(answered)];
  expect([from.length, to.length]).toEqual([people, people]);
  return rightOf(to.map(({ token }, at) => [token, from[at]?.resident]));
}

/** Whoever is nearest by the number of the transaction, of those in question. */
async function byNearest(isCandidate: (issued: Issued, answered: Answered) => boolean) {
  const [from, to] = [await issuedBy('ctid'), await answeredBy('ctid')];
  return rightOf(
    to.map((one) => {
      const near = from
        .filter((issued) => isCandidate(issued, one))
        .sort((a, b) => Math.abs(a.xmin - one.xmin) - Math.abs(b.xmin - one.xmin))[0];
      return [one.token, near?.resident];
    }),
  );
}

const attacks: [string, () => Promise<number>][] = [
  ['the place of the rows', () => byRank('ctid', 'ctid')],
  ['the place of the rows, backwards', () => byRank('ctid', 'ctid desc')],
  ['the numbers of the transactions', () => byRank('xmin::text::bigint', 'xmin::text::bigint')],
  ['the nearest transaction', () => byNearest(() => true)],
  ['the nearest transaction before', () => byNearest((issued, one) => issued.xmin < one.xmin)],
  ['the same transaction', () => byNearest((issued, one) => issued.xmin === one.xmin)],
  ['the day, and the place within it', () => byRank('ctid', 'answered_on, ctid')],
  ['the order of the hashes', () => byRank('blinded_sha256', 'token_sha256')],
  ['the order of the keys', () => byRank('resident_id', 'token_sha256')],
];

describe('with the whole database, answers are matched to residents no better than five times chance', () => {
  test.each(attacks)('by %s', async (_, attack) => {
    expect(await attack()).toBeLessThanOrEqual(fiveTimesChance);
  });

  test('because the transaction of an answer writes this one row and nothing else anywhere', async () => {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`;
    const written = new Map<string, number>();
    const numbers = (await answeredBy('ctid')).map(({ xmin }) => xmin);
    for (const { name } of tables) {
      const [row] = await sql.unsafe(
        `select count(*)::integer as count from ${name} where xmin::text::bigint = any ($1)`,
        [numbers],
      );
      if (row?.count > 0) written.set(name, row?.count);
    }
    expect([...written]).toEqual([['survey_private.answers', people]]);
  });

  test('and no row of any table holds a token beside a resident', async () => {
    const ids = residents.map(({ id }) => id);
    const dump = await sql<{ line: string }[]>`select a::text as line from survey_private.answers a
      where wave_id = ${wave.id} union all select k::text from survey_private.keys k`;
    expect(dump.length).toBeGreaterThan(people);
    for (const id of ids) expect(dump.some(({ line }) => line.includes(id))).toBe(false);
    const issued = await sql<{ line: string }[]>`select i::text as line
      from survey_private.issuances i where wave_id = ${wave.id}`;
    for (const token of authors.keys()) {
      expect(issued.some(({ line }) => line.includes(token))).toBe(false);
    }
  });
});

describe('the control', () => {
  test('both rows written in one transaction are matched every time', async () => {
    const schema = `scratch_${randomUUID().slice(0, 8)}`;
    await sql.unsafe(`create schema ${schema};
      create table ${schema}.issuances (resident_id uuid); create table ${schema}.answers (token text)`);
    try {
      for (const [token, resident] of authors) {
        await sql.begin(async (tx) => {
          await tx.unsafe(`insert into ${schema}.issuances values ($1)`, [resident]);
          await tx.unsafe(`insert into ${schema}.answers values ($1)`, [token]);
        });
      }
      const joined = await sql.unsafe<{ token: string; resident_id: string }[]>(
        `select token, resident_id from ${schema}.answers a join ${schema}.issuances i on a.xmin = i.xmin`,
      );
      expect(rightOf(joined.map(({ token, resident_id }) => [token, resident_id]))).toBe(people);
    } finally {
      await sql.unsafe(`drop schema ${schema} cascade`);
    }
  });
});

test('after the closing the place of a row says nothing at all', async () => {
  const before = (await answeredBy('ctid')).map(({ token }) => token);
  await sql`select survey_private.close_wave(${wave.id})`;
  const after = await answeredBy('ctid');
  expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
  const still = after.filter(({ token }, at) => before[at] === token).length;
  // One by chance; more than nine once in a million runs.
  expect(still).toBeLessThan(10);
});

test('no log of the stack has an id, a token or an address beside one of 100 answers', async () => {
  const open = await newOpenWave();
  const sent = Array.from({ length: 100 }, () => newToken(open.key));
  const { dataDir } = readConfig();
  const readLogs = () =>
    readdirSync(dataDir)
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFileSync(join(dataDir, file), 'utf8'))
      .join('\n');
  const before = readLogs();
  for (const token of sent) await answer(submit(open, { token }));
  const logs = readLogs();
  expect(before).not.toBe('');
  for (const token of sent) {
    for (const trace of [token.prepared, token.signature, hashOf(token)]) {
      expect(logs.includes(trace)).toBe(false);
    }
  }
  // An answer that is counted writes no line at all.
  expect(logs).toBe(before);
});
