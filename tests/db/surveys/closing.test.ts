import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { keepKeys } from '../../../src/features/surveys/token/keep-keys.ts';
import { makeKeys, readRing } from '../../../src/features/surveys/token/key-ring.ts';
import type { Database } from '../../../src/lib/database.types.ts';
import { visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newToken } from '../../support/signed-token.ts';
import { newOpenWave, type OpenWave, responses, sheetOf, submit } from '../../support/surveys.ts';
import { newWave } from '../../support/things.ts';

const rowsOf = (waveId: string) => sql`
  select encode(token_sha256, 'hex') as token, answered_on::text, mode, age_band, answers
  from survey_private.answers where wave_id = ${waveId} order by token_sha256`;

const close = (waveId: string) => sql`select survey_private.close_wave(${waveId})`;

describe('a wave that is closed', () => {
  const count = 200;
  let wave: OpenWave;
  let before: Awaited<ReturnType<typeof rowsOf>>;
  let tokens: string[];
  beforeAll(async () => {
    wave = await newOpenWave({ opensIn: -9, closesIn: 0 });
    for (let turn = 0; turn < count; turn += 1) {
      const sheet = sheetOf(wave, { answers: responses() });
      await sql`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
        ${sheet.p_signature}, 'web', ${turn % 2 ? '{"age_band": "18_29"}' : '{}'}::text::jsonb,
        ${JSON.stringify(sheet.p_answers)}::text::jsonb)`;
    }
    // In the order in which they came.
    tokens = (
      await sql`select encode(token_sha256, 'hex') as token from survey_private.answers
        where wave_id = ${wave.id} order by ctid`
    ).map((row) => row.token);
    before = await rowsOf(wave.id);
    await close(wave.id);
  });

  test('has the same answers, all of one transaction and in another order', async () => {
    expect(await rowsOf(wave.id)).toEqual(before);
    const rows = await sql`select encode(token_sha256, 'hex') as token, xmin::text
      from survey_private.answers where wave_id = ${wave.id} order by ctid`;
    expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
    const places = rows.map((row) => tokens.indexOf(row.token));
    const inPlace = places.filter((place, at) => place === at).length;
    expect(inPlace).toBeLessThan(10);
    // Neighbours are neighbours no more: by chance one in a hundred is.
    const beside = places.filter((place, at) => Math.abs(place - (places[at - 1] ?? -9)) === 1);
    expect(beside.length).toBeLessThan(15);
  });

  test('takes no answer any more, not even one that was counted', async () => {
    const refused = await refusal(submit(wave));
    expect(refused).toMatchObject({ status: 409, code: 'wave_closed' });
    expect(await rowsOf(wave.id)).toEqual(before);
  });

  test('is closed once', async () => {
    const closedAt = () =>
      sql`select closed_at::text from public.survey_waves where id = ${wave.id}`;
    const first = await closedAt();
    await close(wave.id);
    expect(await closedAt()).toEqual(first);
  });

  test('publishes the tokens that were counted, in the order of their digits', async () => {
    const text = await answer(visitor().rpc('get_survey_tokens', { p_wave_id: wave.id }));
    expect(text.split('\n')).toEqual(tokens.toSorted());
  });
});

test('the tokens of a wave are not published before it is closed', async () => {
  const wave = await newOpenWave();
  const refused = await refusal(visitor().rpc('get_survey_tokens', { p_wave_id: wave.id }));
  expect(refused).toMatchObject({ status: 409, code: 'wave_not_closed' });
  const unknown = await refusal(visitor().rpc('get_survey_tokens', { p_wave_id: randomUUID() }));
  expect(unknown).toMatchObject({ status: 404, code: 'wave_unknown' });
});

test('what is due closes waves two days after their last day, and no other', async () => {
  const due = await newOpenWave({ opensIn: -9, closesIn: -2 });
  const early = await newOpenWave({ opensIn: -9, closesIn: -1 });
  const without = await newWave({ opensIn: -9, closesIn: -2 });
  await sql`select public.do_due_work()`;
  const rows = await sql`select id from public.survey_waves
    where closed_at is not null and id = any (${[due.id, early.id, without]})`;
  expect(rows.map(({ id }) => id)).toEqual([due.id]);
});

test('an answer that meets the closing is either counted and shuffled or refused', async () => {
  const wave = await newOpenWave();
  const { won, codes } = await race<unknown>([
    ...times(40, () => {
      const sheet = sheetOf(wave, { token: newToken(wave.key) });
      return {
        run: (tx: Parameters<Parameters<typeof race>[0][number]['run']>[0]) =>
          tx`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
            ${sheet.p_signature}, 'web', '{}', ${JSON.stringify(sheet.p_answers)}::text::jsonb)`,
      };
    }),
    { run: (tx) => tx`select survey_private.close_wave(${wave.id})` },
  ]);
  const rows = await sql`select xmin::text from survey_private.answers where wave_id = ${wave.id}`;
  expect(rows).toHaveLength(won.length - 1);
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBeLessThanOrEqual(1);
  expect(won.length - 1 + (codes.wave_closed ?? 0)).toBe(40);
});

describe('the ring', () => {
  const dir = mkdtempSync(join(tmpdir(), 'green-yiwu-ring-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const { apiUrl, secretKey } = inject('stack');
  const trusted = createClient<Database>(apiUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });

  test('makes known what came with the site, and loses the key of a closed wave', async () => {
    await makeKeys(dir, 3);
    const [first, second, unbuilt] = await readRing(dir);
    if (!first || !second || !unbuilt) throw new Error('The ring is too small.');
    const pins = [first.fingerprint, second.fingerprint];
    expect(await keepKeys(trusted, dir, pins)).toMatchObject({ registered: 2 });
    expect(await keepKeys(trusted, dir, pins)).toMatchObject({ registered: 0, destroyed: 0 });
    const known = await sql`select id from survey_private.keys
      where id = any (${[first.id, second.id, unbuilt.id]}) order by id`;
    expect(known.map(({ id }) => id)).toEqual([first.id, second.id].sort());

    const wave = await newWave();
    await sql`update survey_private.keys set wave_id = ${wave} where id = ${first.id}`;
    await keepKeys(trusted, dir, pins);
    expect(await readRing(dir)).toHaveLength(3);
    await close(wave);
    expect((await keepKeys(trusted, dir, pins)).destroyed).toBeGreaterThan(0);
    expect(await readRing(dir)).toEqual([second, unbuilt]);
    const [row] = await sql`
      select destroyed_at is not null as gone from survey_private.keys where id = ${first.id}`;
    expect(row).toEqual({ gone: true });
    expect(await keepKeys(trusted, dir, pins)).toMatchObject({ destroyed: 0 });
  });

  test('is told of no destruction before the wave is closed', async () => {
    const wave = await newOpenWave();
    await answer(trusted.rpc('survey_key_destroyed', { p_key_id: wave.keyId }));
    const [row] = await sql`select destroyed_at from survey_private.keys where id = ${wave.keyId}`;
    expect(row).toEqual({ destroyed_at: null });
  });
});
