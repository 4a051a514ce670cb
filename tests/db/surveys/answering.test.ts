import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { type Choice, responses, submit } from '../../support/surveys.ts';
import { newWave } from '../../support/things.ts';

const demoWave = '41111111-1111-4111-8111-111111111111';

/** How often each choice was given in a wave; no client can ask for it. */
async function talliesOf(waveId: string): Promise<Partial<Record<Choice, number>>> {
  const rows = await sql<{ choice: Choice; answers: number }[]>`
    select answers ->> 'satisfaction' as choice, count(*)::integer as answers
    from survey_private.answers where wave_id = ${waveId} group by 1`;
  return Object.fromEntries(rows.map(({ choice, answers }) => [choice, answers]));
}

const answersTo = async (waveId: string) => {
  const [row] = await sql`
    select (select count(*)::integer from survey_private.answers where wave_id = ${waveId})
        as answers,
      (select count(*)::integer from survey_private.issuances where wave_id = ${waveId})
        as issuances`;
  return row;
};

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('an answer to an open survey', () => {
  test('is counted and kept as it was given', async () => {
    const wave = await newWave();
    const given = responses({
      gain: 'fairly_satisfied',
      satisfaction: 'not_satisfied',
      awareness: 'dont_know',
      participation: 'not_very_satisfied',
    });
    await answer(submit(resident, wave, given));
    expect(await talliesOf(wave)).toEqual({ not_satisfied: 1 });
    expect(
      await sql`
      select mode, town_code, age_band, sex, answers
      from survey_private.answers where wave_id = ${wave}`,
    ).toEqual([{ mode: 'web', town_code: null, age_band: null, sex: null, answers: given }]);
  });

  test('states what of town, age and sex its resident wants to state', async () => {
    const wave = await newWave();
    const [second, third] = [await signUp(), await signUp()];
    await answer(
      submit(resident, wave, responses(), {
        town_code: 'fotang',
        age_band: '60_over',
        sex: 'female',
      }),
    );
    await answer(submit(second, wave, responses(), { age_band: '18_29', town_code: null }));
    await answer(submit(third, wave));
    expect(
      await sql`select town_code, age_band, sex from survey_private.answers where wave_id = ${wave}
        order by age_band nulls last`,
    ).toEqual([
      { town_code: null, age_band: '18_29', sex: null },
      { town_code: 'fotang', age_band: '60_over', sex: 'female' },
      { town_code: null, age_band: null, sex: null },
    ]);
  });

  test('moves the tally of its own choice by one and no other', async () => {
    const before = await talliesOf(demoWave);
    const given = { ...responses({ satisfaction: 'dont_know' }), ways: ['none'], air: 'dont_know' };
    await answer(submit(resident, demoWave, given));
    expect(await talliesOf(demoWave)).toEqual({
      ...before,
      dont_know: (before.dont_know ?? 0) + 1,
    });
  });

  test('is known to the resident who gave it, by yes or no, and to nobody else', async () => {
    const [wave, other] = [await newWave(), await signUp()];
    const hasAnswered = (who: SignedIn) =>
      answer(who.api.rpc('has_answered_survey', { p_wave_id: wave }));
    expect(await hasAnswered(resident)).toBe(false);
    await answer(submit(resident, wave));
    expect(await hasAnswered(resident)).toBe(true);
    expect(await hasAnswered(other)).toBe(false);
    const refused = await refusal(visitor().rpc('has_answered_survey', { p_wave_id: wave }));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
  });
});

describe('one answer for each resident', () => {
  test('a second one is refused and does not count', async () => {
    const wave = await newWave();
    await answer(submit(resident, wave));
    const refused = await refusal(
      submit(resident, wave, responses({ satisfaction: 'not_satisfied' })),
    );
    expect(refused).toMatchObject({ status: 409, code: 'already_answered', detail: {} });
    expect(await talliesOf(wave)).toEqual({ satisfied: 1 });
  });

  test('of 64 sent at once on 64 connections one counts', async () => {
    const [caller, wave] = [await addResident(), await newWave()];
    const given = JSON.stringify(responses());
    const { won, codes } = await race(
      times(64, () => ({
        caller,
        run: (tx) => tx`select public.submit_survey_answer(${wave}, ${given}::text::jsonb)`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ already_answered: 63 });
    expect(await answersTo(wave)).toEqual({ answers: 1, issuances: 1 });
  });

  test('of 64 sent at once more would count if they were looked up first and written then', async () => {
    await withScratchTable('resident_id uuid not null', async (table) => {
      const id = randomUUID();
      await race(
        times(64, () => ({
          run: async (tx) => {
            const [found] = await tx.unsafe(`select from ${table} where resident_id = $1`, [id]);
            if (!found) await tx.unsafe(`insert into ${table} values ($1)`, [id]);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(1);
    });
  });

  test('and each wave, so that the next wave may be answered again', async () => {
    const [first, second] = [await newWave(), await newWave()];
    await answer(submit(resident, first));
    await answer(submit(resident, second));
    expect([await talliesOf(first), await talliesOf(second)]).toEqual([
      { satisfied: 1 },
      { satisfied: 1 },
    ]);
  });

  test('is not used up by an answer that was refused', async () => {
    const wave = await newWave();
    const refused = await refusal(submit(resident, wave, { ...responses(), gain: 'great' }));
    expect(refused.code).toBe('answer_invalid');
    await answer(submit(resident, wave));
    expect(await answersTo(wave)).toEqual({ answers: 1, issuances: 1 });
  });
});

describe('an answer is refused', () => {
  const { confidence: _, ...incomplete } = responses();

  test.each([
    ['with a choice that was not offered', { ...responses(), gain: 'great' }, 'gain'],
    ['with a choice in Chinese', { ...responses(), awareness: '满意' }, 'awareness'],
    ['with an empty choice', { ...responses(), satisfaction: '' }, 'satisfaction'],
    ['with null for a choice', { ...responses(), participation: null }, 'participation'],
    ['with a number for a choice', { ...responses(), gain: 1 }, 'gain'],
    ['with a list for a choice', { ...responses(), gain: ['satisfied'] }, 'gain'],
    ['with a choice of a megabyte', { ...responses(), gain: 'x'.repeat(1_000_000) }, 'gain'],
    ['without one of the five', incomplete, 'confidence'],
    ['with nothing in it', {}, 'gain'],
    ['with a question that was not asked', { ...responses(), age: 'satisfied' }, 'age'],
    ['with the name of a resident', { ...responses(), resident_id: randomUUID() }, 'resident_id'],
  ])('%s, and names the question', async (_, given, question) => {
    const wave = await newWave();
    const refused = await refusal(submit(resident, wave, given));
    expect(refused).toMatchObject({ status: 400, code: 'answer_invalid', detail: { question } });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
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
  ])('that states %s, and names the field', async (_, strata, field) => {
    const wave = await newWave();
    const refused = await refusal(submit(resident, wave, responses(), strata));
    expect(refused).toMatchObject({ status: 400, code: 'strata_invalid', detail: { field } });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
  });

  test.each([
    ['that is null', null],
    ['that is true', true],
    ['that is a list', [responses()]],
    ['that is a text', 'satisfied'],
    ['that is an answer wrapped in a text', JSON.stringify(responses())],
    ['that is a number', 5],
  ])('%s', async (_, given) => {
    const wave = await newWave();
    // By SQL: the embedded API would unwrap an answer that is a text.
    const refused = await refusalBy(
      asActor(
        resident,
        (tx) => tx`
          select public.submit_survey_answer(${wave}, ${JSON.stringify(given)}::text::jsonb)`,
        { keep: true },
      ),
    );
    expect(refused).toMatchObject({
      status: 400,
      code: 'answer_invalid',
      detail: { question: '' },
    });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
  });

  test('without one', async () => {
    const wave = await newWave();
    const refused = await refusal(submit(resident, wave, null));
    expect(refused).toMatchObject({
      status: 400,
      code: 'answer_invalid',
      detail: { question: '' },
    });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
  });

  test.each([
    ['to a wave that does not exist', () => Promise.resolve(randomUUID())],
    ['to no wave', () => Promise.resolve(null)],
  ])('%s', async (_, make) => {
    const refused = await refusal(submit(resident, await make()));
    expect(refused).toMatchObject({ status: 404, code: 'wave_unknown', detail: {} });
  });

  test('to a survey by invitation', async () => {
    const wave = await newWave({ series: 'sampled' });
    const refused = await refusal(submit(resident, wave));
    expect(refused).toMatchObject({ status: 403, code: 'wave_by_invitation', detail: {} });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
  });

  test('by somebody who is not signed in', async () => {
    const wave = await newWave();
    const refused = await refusal(submit({ ...resident, api: visitor() }, wave));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
    expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
  });
});

describe('the days of a survey', () => {
  test.each([
    ['today is its only day', { opensIn: 0, closesIn: 0 }],
    ['today is its first day', { opensIn: 0, closesIn: 5 }],
    ['today is its last day', { opensIn: -5, closesIn: 0 }],
  ])('let an answer in when %s', async (_, days) => {
    const wave = await newWave(days);
    await answer(submit(resident, wave));
    expect(await talliesOf(wave)).toEqual({ satisfied: 1 });
  });

  test.each([
    ['tomorrow', { opensIn: 1, closesIn: 5 }],
    ['yesterday', { opensIn: -5, closesIn: -1 }],
  ])(
    'keep an answer out when the first or last day is %s, and say which they are',
    async (_, days) => {
      const wave = await newWave(days);
      const [row] = await sql`
      select opens_on::text, closes_on::text from public.survey_waves where id = ${wave}`;
      const refused = await refusal(submit(resident, wave));
      expect(refused).toMatchObject({ status: 409, code: 'wave_closed', detail: row });
      expect(await answersTo(wave)).toEqual({ answers: 0, issuances: 0 });
    },
  );
});
