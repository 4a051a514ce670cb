import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as until } from 'node:timers/promises';
import { readPrivateKey } from '../../../src/features/surveys/token/key-ring.ts';
import { siteUrl } from '../../../supabase/local/config.ts';
import { connect, type Sql } from '../../../supabase/local/migrate.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { keysDir } from '../../../supabase/local/survey-keys.ts';
import { newToken } from '../../support/signed-token.ts';
import { cut, median, p95 } from '../figures.ts';
import { answerMinutes, answersPerMinute } from '../settings.ts';

/** How long every sheet is (`sheetBytes`); the module that says so is the browser's. */
const sheetBytes = 32_768;
/** Of so many sheets one is sent twice, as a browser does that has lost the reply. */
const oneIn = 10;

const choices = ['satisfied', 'fairly_satisfied', 'not_very_satisfied', 'not_satisfied'] as const;
const parts = ['gain', 'satisfaction', 'awareness', 'participation', 'confidence'] as const;

/** The open demo wave and its private key. */
async function openWave(sql: Sql, stack: Stack) {
  const [wave] = await sql<{ id: string; key: string }[]>`
    select w.id, k.id as key from public.survey_waves w join survey_private.keys k on k.wave_id = w.id
    where w.is_demo and w.series = 'open' and w.closed_at is null
      and private.shanghai_day() between w.opens_on and w.closes_on`;
  const key = wave && (await readPrivateKey(keysDir(stack.config), wave.key));
  if (!key) throw new Error('There is no open wave to answer.');
  return { id: wave.id, keyId: wave.key, key };
}

/** A sheet as a browser sends it, and what the database calls its token. */
function newSheet({ keyId, key }: Awaited<ReturnType<typeof openWave>>, place: number) {
  const token = newToken(key);
  const sheet = (padding: string) =>
    JSON.stringify({
      key: keyId,
      ...token,
      mode: 'web',
      strata: {},
      answers: {
        ...Object.fromEntries(
          parts.map((part, at) => [part, choices[(place + at) % choices.length]]),
        ),
        ways: ['none'],
        air: 1 + (place % 10),
      },
      padding,
    });
  return {
    body: sheet(' '.repeat(sheetBytes - sheet('').length)),
    tokenSha256: createHash('sha256').update(Buffer.from(token.prepared, 'hex')).digest('hex'),
  };
}

/** Megabytes a process has in memory. */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/**
 * Sends every sheet at its moment, however long the ones before it take, and gives the milliseconds from the moment
 * each was due to its reply. One that is refused ends the bench.
 */
async function sendAll(address: string, bodies: string[]): Promise<number[]> {
  const began = performance.now();
  const send = async (body: string, place: number): Promise<number> => {
    const due = began + (place * 60_000) / answersPerMinute;
    await until(Math.max(0, due - performance.now()));
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const reply = await answer.text();
    if (answer.status !== 204)
      throw new Error(`An answer was refused (${answer.status}): ${reply}`);
    return performance.now() - due;
  };
  return (
    await Promise.all(
      bodies.map((body, place) =>
        Promise.all(
          place % oneIn === 0 ? [send(body, place), send(body, place)] : [send(body, place)],
        ),
      ),
    )
  ).flat();
}

/** Mass answering of the open survey with real tokens through the built site: what came in, and what it cost. */
export async function measureAnswers(stack: Stack) {
  const { sitePid } = stack;
  if (sitePid === undefined) throw new Error('There is no site to answer on.');
  const sql = connect(stack.database.url);
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(memoryOf(sitePid)), 1_000);
  watch.unref();
  try {
    const wave = await openWave(sql, stack);
    const sheets = Array.from({ length: answersPerMinute * answerMinutes }, (_, place) =>
      newSheet(wave, place),
    );
    const count = async () => {
      const [row] = await sql<{ all: number; ours: number }[]>`
        select count(*)::integer as all, count(*) filter (
          where token_sha256 in (select decode(hash, 'hex') from unnest(${sheets.map(({ tokenSha256 }) => tokenSha256)}::text[]) as hash)
        )::integer as ours
        from survey_private.answers where wave_id = ${wave.id}`;
      return row ?? { all: 0, ours: 0 };
    };
    const before = await count();
    memory.length = 0;
    const times = await sendAll(
      `${siteUrl(stack.config)}/survey/answers`,
      sheets.map(({ body }) => body),
    );
    const after = await count();
    const byMinute = Array.from({ length: answerMinutes }, (_, minute) =>
      cut(median(memory.slice(minute * 60, (minute + 1) * 60)), 1),
    );
    return {
      perMinute: answersPerMinute,
      minutes: answerMinutes,
      sheets: sheets.length,
      sent: times.length,
      lost: sheets.length - after.ours,
      double: after.all - before.all - after.ours,
      milliseconds: { median: cut(median(times), 1), p95: cut(p95(times), 1) },
      /** The site's, the median of each minute. */
      megabytes: byMinute,
    };
  } finally {
    clearInterval(watch);
    await sql.end();
  }
}
