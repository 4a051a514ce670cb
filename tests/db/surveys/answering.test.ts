import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident, signUp } from '../../support/actors.ts';
import { anonymous, asActor, sql } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { newToken } from '../../support/signed-token.ts';
import {
  type Choice,
  newOpenWave,
  type OpenWave,
  responses,
  sheetOf,
  submit,
} from '../../support/surveys.ts';
import { addKey } from '../../support/tokens.ts';

/** How often each choice was given in a wave; no client can ask for it. */
async function talliesOf({ id }: OpenWave): Promise<Partial<Record<Choice, number>>> {
  const rows = await sql<{ choice: Choice; answers: number }[]>`
    select answers ->> 'satisfaction' as choice, count(*)::integer as answers
    from survey_private.answers where wave_id = ${id} group by 1`;
  return Object.fromEntries(rows.map(({ choice, answers }) => [choice, answers]));
}

const answersTo = async ({ id }: OpenWave): Promise<number> => {
  const [row] = await sql`
    select count(*)::integer as count from survey_private.answers where wave_id = ${id}`;
  return row?.count;
};

describe('an answer with a token', () => {
  test('is counted and kept as it was given, under the hash of its token', async () => {
    const wave = await newOpenWave();
    const given = responses({ gain: 'fairly_satisfied', satisfaction: 'not_satisfied' });
    const token = newToken(wave.key);
    await answer(submit(wave, { answers: given, token }));
    expect(await talliesOf(wave)).toEqual({ not_satisfied: 1 });
    expect(
      await sql`
      select mode, town_code, age_band, sex, answers, answered_on = private.shanghai_day() as today,
        token_sha256 = sha256(decode(${token.prepared}, 'hex')) as "isItsToken"
      from survey_private.answers where wave_id = ${wave.id}`,
    ).toEqual([
      {
        mode: 'web',
        town_code: null,
        age_band: null,
        sex: null,
        answers: given,
        today: true,
        isItsToken: true,
      },
    ]);
  });

  test('states what of town, age and sex its resident wants to state', async () => {
    const wave = await newOpenWave();
    await answer(
      submit(wave, { strata: { town_code: 'fotang', age_band: '60_over', sex: 'female' } }),
    );
    await answer(submit(wave, { strata: { age_band: '18_29', town_code: null } }));
    await answer(submit(wave));
    expect(
      await sql`select town_code, age_band, sex from survey_private.answers
        where wave_id = ${wave.id} order by age_band nulls last`,
    ).toEqual([
      { town_code: null, age_band: '18_29', sex: null },
      { town_code: 'fotang', age_band: '60_over', sex: 'female' },
      { town_code: null, age_band: null, sex: null },
    ]);
  });

  test('is not taken from anybody who is signed in', async () => {
    const [wave, resident] = [await newOpenWave(), await signUp()];
    const refused = await refusal(resident.api.rpc('submit_answer', sheetOf(wave) as never));
    expect(refused.sqlState).toBe('42501');
    expect(await answersTo(wave)).toBe(0);
  });
});

describe('one answer for each token', () => {
  test('the same sent twice is one, and says so by saying nothing', async () => {
    const wave = await newOpenWave();
    const token = newToken(wave.key);
    const strata = { town_code: 'fotang', sex: null };
    await answer(submit(wave, { token, strata }));
    await answer(submit(wave, { token, strata }));
    expect(await talliesOf(wave)).toEqual({ satisfied: 1 });
  });

  test.each([
    ['another answer', { answers: responses({ satisfaction: 'not_satisfied' }) }],
    ['another town', { strata: { town_code: 'fotang' } }],
    ['another age', { strata: { age_band: '18_29' } }],
    ['another sex', { strata: { sex: 'male' } }],
  ])('%s with it is refused and does not count', async (_, other) => {
    const wave = await newOpenWave();
    const token = newToken(wave.key);
    await answer(submit(wave, { token }));
    const refused = await refusal(submit(wave, { token, ...other }));
    expect(refused).toMatchObject({ status: 409, code: 'token_used', detail: {} });
    expect(await talliesOf(wave)).toEqual({ satisfied: 1 });
  });

  test('sent 640 times, 64 at once, it is one answer', async () => {
    const wave = await newOpenWave();
    const sheet = sheetOf(wave);
    const { won, refused } = await race(
      times(640, () => ({
        caller: anonymous,
        run: (tx) => tx`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
          ${sheet.p_signature}, 'web', '{}', ${JSON.stringify(sheet.p_answers)}::text::jsonb)`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won).toHaveLength(640);
    expect(await answersTo(wave)).toBe(1);
  });

  test('of 64 different answers at once with it one counts', async () => {
    const wave = await newOpenWave();
    const token = newToken(wave.key);
    const { won, codes } = await race(
      times(64, (turn) => {
        const sheet = sheetOf(wave, { token });
        const town = turn === 0 ? {} : { age_band: turn % 2 ? '18_29' : '30_44' };
        const given = responses(turn % 3 ? { gain: 'not_satisfied' } : {});
        return {
          caller: anonymous,
          run: (tx) => tx`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
            ${sheet.p_signature}, 'web', ${JSON.stringify(town)}::text::jsonb,
            ${JSON.stringify(given)}::text::jsonb)`,
        };
      }),
    );
    expect(won.length + (codes.token_used ?? 0)).toBe(64);
    expect(codes.token_used).toBeGreaterThan(30);
    expect(await answersTo(wave)).toBe(1);
  });

  test('is not used up by an answer that was refused', async () => {
    const wave = await newOpenWave();
    const token = newToken(wave.key);
    const wrong = { ...responses(), gain: 'great' };
    expect((await refusal(submit(wave, { token, answers: wrong }))).code).toBe('answer_invalid');
    await answer(submit(wave, { token }));
    expect(await answersTo(wave)).toBe(1);
  });
});

describe('an answer is refused and nothing is kept', () => {
  const { confidence: _, ...incomplete } = responses();

  test.each([
    ['with a choice that was not offered', { ...responses(), gain: 'great' }, 'gain'],
    ['with a choice in Chinese', { ...responses(), awareness: '满意' }, 'awareness'],
    ['with an empty choice', { ...responses(), satisfaction: '' }, 'satisfaction'],
    ['with null for a choice', { ...responses(), participation: null }, 'participation'],
    ['with a number for a choice', { ...responses(), gain: 1 }, 'gain'],
    ['with a list for a choice', { ...responses(), gain: ['satisfied'] }, 'gain'],
    ['with a choice of a megabyte', { ...responses(), gain: 'x'.repeat(1_000_000) }, ''],
    ['without one of the five', incomplete, 'confidence'],
    ['with nothing in it', {}, 'gain'],
    ['with a question that was not asked', { ...responses(), age: 'satisfied' }, 'age'],
    ['with the name of a resident', { ...responses(), resident_id: randomUUID() }, 'resident_id'],
    ['that is a list', [responses()], ''],
    ['that is a number', 5, ''],
    ['that is not there', null, ''],
  ])('%s, and the question is named', async (_, answers, question) => {
    const wave = await newOpenWave();
    const refused = await refusal(submit(wave, { answers }));
    expect(refused).toMatchObject({ status: 400, code: 'answer_invalid', detail: { question } });
    expect(await answersTo(wave)).toBe(0);
  });

  test.each([
    ['that is a text', 'satisfied'],
    ['that is an answer wrapped in a text', JSON.stringify(responses())],
  ])('%s', async (_, answers) => {
    const wave = await newOpenWave();
    const sheet = sheetOf(wave);
    // By SQL: the embedded API would unwrap an answer that is a text.
    const refused = await refusalBy(
      asActor(
        anonymous,
        (tx) => tx`select public.submit_answer(${sheet.p_key_id}, ${sheet.p_prepared},
          ${sheet.p_signature}, 'web', '{}', to_jsonb(${answers}::text))`,
      ),
    );
    expect(refused).toMatchObject({ code: 'answer_invalid', detail: { question: '' } });
  });

  test.each([
    ['a town there is not', { town_code: 'hangzhou' }, 'town_code'],
    ['a town in Chinese', { town_code: '佛堂镇' }, 'town_code'],
    ['a list of towns', { town_code: ['fotang'] }, 'town_code'],
    ['an age in years', { age_band: 30 }, 'age_band'],
    ['a sex there is not', { sex: 'x' }, 'sex'],
    ['more than town, age and sex', { name: '王' }, ''],
    ['a list', [], ''],
    ['nothing at all', null, ''],
  ])('that states %s, and the field is named', async (_, strata, field) => {
    const wave = await newOpenWave();
    const refused = await refusal(submit(wave, { strata }));
    expect(refused).toMatchObject({ status: 400, code: 'strata_invalid', detail: { field } });
    expect(await answersTo(wave)).toBe(0);
  });

  test.each(['phone', 'paper'])('by %s to an open survey', async (mode) => {
    const wave = await newOpenWave();
    const refused = await refusal(submit(wave, { mode }));
    expect(refused).toMatchObject({ code: 'answer_invalid', detail: { why: 'mode' } });
    expect(await answersTo(wave)).toBe(0);
  });

  const touch = (hex: string, at: number) =>
    `${hex.slice(0, at)}${hex[at] === '0' ? '1' : '0'}${hex.slice(at + 1)}`;

  test.each<[string, (wave: OpenWave) => Promise<{ prepared: string; signature: string }>]>([
    ['that nobody signed', async () => ({ prepared: '0'.repeat(128), signature: '1'.repeat(512) })],
    ['of another wave', async () => newToken((await newOpenWave()).key)],
    ['that a key of the forger’s own signed', async () => newToken((await addKey()).key)],
    [
      'that was changed',
      async ({ key }) => {
        const { prepared, signature } = newToken(key);
        return { prepared: touch(prepared, 9), signature };
      },
    ],
    [
      'whose signature was changed',
      async ({ key }) => {
        const { prepared, signature } = newToken(key);
        return { prepared, signature: touch(signature, 500) };
      },
    ],
    [
      'with the signature of another',
      async ({ key }) => ({
        prepared: newToken(key).prepared,
        signature: newToken(key).signature,
      }),
    ],
    ['that is empty', async () => ({ prepared: '', signature: '' })],
    ['that is no hexadecimal', async () => ({ prepared: 'z'.repeat(128), signature: '王' })],
    [
      'in capital letters, which would count twice',
      async ({ key }) => {
        const { prepared, signature } = newToken(key);
        return { prepared: prepared.toUpperCase(), signature };
      },
    ],
    ['of a megabyte', async ({ key }) => ({ ...newToken(key), signature: 'a'.repeat(1_000_000) })],
    ['that is not there', async () => ({ prepared: null, signature: null }) as never],
  ])('with a token %s', async (_, make) => {
    const wave = await newOpenWave();
    const refused = await refusal(submit(wave, { token: await make(wave) }));
    expect(refused).toMatchObject({ status: 403, code: 'token_invalid', detail: {} });
    expect(await answersTo(wave)).toBe(0);
  });

  test.each([
    ['that is not known', '0123456789abcdef'],
    ['that is empty', ''],
    ['that is not there', null],
  ])('under a key %s', async (_, keyId) => {
    const wave = await newOpenWave();
    const refused = await refusal(submit({ ...wave, keyId: keyId as string }));
    expect(refused).toMatchObject({ status: 404, code: 'wave_unknown', detail: {} });
  });

  test('under a key that no wave has taken', async () => {
    const { id, key } = await addKey();
    const refused = await refusal(submit({ id: '', keyId: id, key }));
    expect(refused).toMatchObject({ status: 404, code: 'wave_unknown' });
  });
});

test('a sampled survey counts no more answers of a mode than tokens were signed for it', async () => {
  const wave = await newOpenWave({ series: 'sampled' });
  const { id: resident } = await addResident();
  await sql`insert into survey_private.issuances (resident_id, wave_id, blinded_sha256)
    values (${resident}, ${wave.id}, sha256('signed'))`;
  const token = newToken(wave.key);
  for (const mode of ['phone', 'paper']) {
    const refused = await refusal(submit(wave, { token, mode }));
    expect(refused).toMatchObject({ code: 'answer_invalid', detail: { why: 'mode' } });
  }
  await answer(submit(wave, { token }));
  expect(await refusal(submit(wave))).toMatchObject({ code: 'answer_invalid' });
  // The same again is no more.
  await answer(submit(wave, { token }));
  expect(await answersTo(wave)).toBe(1);
});

describe('the days of a survey', () => {
  test.each([
    ['today is its only day', { opensIn: 0, closesIn: 0 }],
    ['today is its first day', { opensIn: 0, closesIn: 5 }],
    ['it closed yesterday, for answers on their way', { opensIn: -5, closesIn: -1 }],
  ])('let an answer in when %s', async (_, days) => {
    const wave = await newOpenWave(days);
    await answer(submit(wave));
    expect(await talliesOf(wave)).toEqual({ satisfied: 1 });
  });

  test.each([
    ['it opens tomorrow', { opensIn: 1, closesIn: 5 }],
    ['it closed before yesterday', { opensIn: -5, closesIn: -2 }],
  ])('keep an answer out when %s, and say which they are', async (_, days) => {
    const wave = await newOpenWave(days);
    const [row] = await sql`
      select opens_on::text, closes_on::text from public.survey_waves where id = ${wave.id}`;
    const refused = await refusal(submit(wave));
    expect(refused).toMatchObject({ status: 409, code: 'wave_closed', detail: row });
    expect(await answersTo(wave)).toBe(0);
  });
});
