import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addStaff,
  type Resident,
  type SignedIn,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newToken } from '../../support/signed-token.ts';
import { responses } from '../../support/surveys.ts';
import { fiveParts, newWave } from '../../support/things.ts';
import { addKey } from '../../support/tokens.ts';
import { dayFromToday, newSampledWave } from '../../support/waves.ts';

let analyst: SignedIn;
beforeAll(async () => {
  analyst = await signUpStaff('analyst');
});

const content = (named: Record<string, unknown> = {}) => ({
  questionnaire_id: fiveParts,
  questionnaire_version: 1,
  title_zh: '满意度调查',
  title_en: 'Satisfaction survey',
  series: 'sampled',
  opens_on: dayFromToday(0),
  closes_on: dayFromToday(10),
  population_zh: '十八岁以上常住居民',
  population_en: 'Residents of 18 and over',
  form_number: '',
  form_maker: '',
  approval_number: '',
  form_expires_on: '',
  targets: [{ town_code: 'fotang', age_band: '18_29', sex: 'female', target: 20 }],
  ...named,
});
const save = (who: SignedIn, p_id: string, p_version: number, p_content: unknown) =>
  who.api.rpc('save_wave', { p_id, p_version, p_content: p_content as never });
const announce = (who: SignedIn, p_id: string, p_version: number) =>
  who.api.rpc('announce_wave', { p_id, p_version });
const targetsOf = (wave: string) =>
  sql`select town_code, age_band, sex, target from public.survey_targets where wave_id = ${wave}
    order by town_code, age_band, sex`;

describe('a wave', () => {
  test('is written with its targets, and saving the same again is no new version', async () => {
    const id = randomUUID();
    const first = await answer(save(analyst, id, 0, content()));
    expect(first).toMatchObject({ id, version: 1, series: 'sampled', announced_at: null });
    expect(await answer(save(analyst, id, 0, content()))).toMatchObject({ version: 1 });
    expect(await targetsOf(id)).toEqual(content().targets);
  });

  test('gets a new version by new targets alone', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    const targets = [
      { town_code: 'suxi', age_band: '60_over', sex: 'male', target: 5 },
      { town_code: 'fotang', age_band: '18_29', sex: 'female', target: 7 },
    ];
    expect(await answer(save(analyst, id, 1, content({ targets })))).toMatchObject({ version: 2 });
    expect(await targetsOf(id)).toEqual([targets[1], targets[0]]);
    const again = await answer(save(analyst, id, 1, content({ targets: targets.toReversed() })));
    expect(again.version).toBe(2);
  });

  test('is not written over unseen', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    await answer(save(analyst, id, 1, content({ title_zh: '第二版' })));
    const refused = await refusal(save(analyst, id, 1, content({ title_zh: '另一版' })));
    expect(refused).toMatchObject({ status: 409, code: 'newer_version', detail: { version: 2 } });
  });

  test.each([
    ['without a title', { title_zh: ' ' }, 'title_zh'],
    ['that ends before it begins', { closes_on: dayFromToday(-1) }, 'closes_on'],
    ['without a first day', { opens_on: '' }, 'opens_on'],
    ['on a day that is none', { opens_on: '2026-02-30' }, 'opens_on'],
    ['that asks a version nobody published', { questionnaire_version: 99 }, 'questionnaire_id'],
    ['that asks a questionnaire that is none', { questionnaire_id: 'x' }, 'questionnaire_id'],
    [
      'that asks nothing',
      { questionnaire_id: null, questionnaire_version: null },
      'questionnaire_id',
    ],
    ['of a series that is none', { series: 'mixed' }, 'series'],
    ['with targets that are no list', { targets: 'all' }, 'targets'],
    ['with a target of nobody', { targets: [{ ...content().targets[0], target: 0 }] }, 'targets'],
    ['with half a target', { targets: [{ ...content().targets[0], target: 1.5 }] }, 'targets'],
    [
      'with a target of too many',
      { targets: [{ ...content().targets[0], target: 1e9 }] },
      'targets',
    ],
    ['with a target as text', { targets: [{ ...content().targets[0], target: '5' }] }, 'targets'],
    [
      'with the same target twice',
      { targets: [...content().targets, ...content().targets] },
      'targets',
    ],
    [
      'with a town that is none',
      { targets: [{ ...content().targets[0], town_code: 'x' }] },
      'targets',
    ],
    [
      'with a target for any age',
      { targets: [{ town_code: 'suxi', sex: 'male', target: 5 }] },
      'targets',
    ],
    ['with targets that are numbers', { targets: [5] }, 'targets'],
    ['with a title of a megabyte', { title_en: 'x'.repeat(1_000_000) }, 'title_en'],
  ])('%s is refused, and nothing is kept', async (_, named, field) => {
    const id = randomUUID();
    const refused = await refusal(save(analyst, id, 0, content(named)));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
    expect(await sql`select from public.survey_waves where id = ${id}`).toHaveLength(0);
  });

  test.each(['moderator', 'editor', 'interviewer', 'administrator'] as const)(
    'is not written by a %s',
    async (role) => {
      const other = await signUpStaff(role);
      expect(await refusal(save(other, randomUUID(), 0, content()))).toMatchObject({
        status: 404,
        code: 'not_found',
      });
      const draft = await newWave({ isDraft: true });
      expect(await refusal(announce(other, draft, 1))).toMatchObject({ code: 'not_found' });
    },
  );
});

describe('announcing', () => {
  // Each wave takes a key.
  beforeEach(() => addKey());

  test('shows the wave and what it asks to everyone, who saw neither before', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    const seen = () => answer(visitor().from('survey_waves').select('id').eq('id', id));
    expect(await seen()).toEqual([]);
    const wave = await answer(announce(analyst, id, 1));
    expect(wave.announced_at).not.toBeNull();
    expect(await seen()).toEqual([{ id }]);
  });

  test('gives the wave a key of its own, and is refused where none is free', async () => {
    const [id, late] = [randomUUID(), randomUUID()];
    await answer(save(analyst, id, 0, content()));
    await answer(announce(analyst, id, 1));
    const keys = () => sql`select id from survey_private.keys where wave_id = ${id}`;
    expect(await keys()).toHaveLength(1);
    await answer(save(analyst, late, 0, content()));
    await expect(
      asActor(analyst, async (tx) => {
        await tx`reset role`;
        await tx`lock table survey_private.keys`;
        await tx`delete from survey_private.keys where wave_id is null`;
        await tx`set local role authenticated`;
        await tx`select public.announce_wave(${late}, 1)`;
      }),
    ).rejects.toMatchObject({ hint: 'survey_key_missing' });
    const [row] = await sql`select announced_at from public.survey_waves where id = ${late}`;
    expect(row?.announced_at).toBeNull();
  });

  test('twice is the same as once', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    const first = await answer(announce(analyst, id, 1));
    expect(await answer(announce(analyst, id, 1))).toEqual(first);
  });

  test('freezes the wave, and saving what stands there is still no change', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    await answer(announce(analyst, id, 1));
    const refused = await refusal(save(analyst, id, 2, content({ title_en: 'Another' })));
    expect(refused).toMatchObject({ status: 409, code: 'wave_announced' });
    const targets = [{ ...content().targets[0], target: 21 }];
    expect(await refusal(save(analyst, id, 2, content({ targets })))).toMatchObject({
      code: 'wave_announced',
    });
    expect(await answer(save(analyst, id, 2, content()))).toMatchObject({ version: 2 });
  });

  test('is refused once the first day is over', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content({ opens_on: dayFromToday(-1) })));
    expect(await refusal(announce(analyst, id, 1))).toMatchObject({
      status: 409,
      code: 'wave_begins_in_the_past',
      detail: { opens_on: dayFromToday(-1) },
    });
  });

  test('is of the version that was seen', async () => {
    const id = randomUUID();
    await answer(save(analyst, id, 0, content()));
    await answer(save(analyst, id, 1, content({ title_zh: '第二版' })));
    expect(await refusal(announce(analyst, id, 1))).toMatchObject({ code: 'newer_version' });
    expect(await refusal(announce(analyst, randomUUID(), 1))).toMatchObject({
      status: 404,
      code: 'wave_unknown',
    });
  });
});

const draw = (p_id: string, p_wave_id: string, p_strata: unknown, who: SignedIn = analyst) =>
  who.api.rpc('draw_invitations', { p_id, p_wave_id, p_strata: p_strata as never });
const some = (count: number) => [{ town_code: 'fotang', age_band: '18_29', sex: 'female', count }];

interface Exported {
  wave_id: string;
  invitations: { number: number; code: string; town_code: string | null; is_used: boolean }[];
}
const exported = async (batch: string, named: { p_from?: number; p_count?: number } = {}) =>
  (await answer(
    analyst.api.rpc('export_invitations', { p_batch_id: batch, ...named }),
  )) as unknown as Exported;

describe('drawing invitations', () => {
  test('gives each stratum its number of codes, all different and with their check character', async () => {
    const [wave, batch] = [await newSampledWave(), randomUUID()];
    await answer(draw(batch, wave, [...some(3), { town_code: 'suxi', count: 2 }, { count: 1 }]));
    const { invitations, wave_id } = await exported(batch);
    expect(wave_id).toBe(wave);
    expect(invitations.map(({ number, town_code }) => [number, town_code])).toEqual([
      [1, 'fotang'],
      [2, 'fotang'],
      [3, 'fotang'],
      [4, 'suxi'],
      [5, 'suxi'],
      [6, null],
    ]);
    expect(new Set(invitations.map(({ code }) => code)).size).toBe(6);
    for (const { code } of invitations) expect(code).toMatch(/^[2-9A-HJ-NP-TV-Z]{11}$/);
  });

  test('keeps no code, and makes the same ones again from its secret', async () => {
    const [wave, batch] = [await newSampledWave(), randomUUID()];
    await answer(draw(batch, wave, some(3)));
    const first = await exported(batch);
    expect(await exported(batch)).toEqual(first);
    expect((await exported(batch, { p_from: 2, p_count: 1 })).invitations).toEqual([
      first.invitations[1],
    ]);
    const [row] = await sql`
      select count(*)::integer as found from survey_private.invitations i
      where batch_id = ${batch} and to_jsonb(i)::text like any (${first.invitations.map(({ code }) => `%${code}%`)})`;
    expect(row?.found).toBe(0);
    const acts = await sql`
      select act, detail ->> 'count' as count from public.audit_entries
      where actor_id = ${analyst.id} and detail ->> 'batch' = ${batch} order by id`;
    expect(acts.map(({ act, count }) => `${act} ${count}`)).toEqual([
      'draw_invitations 3',
      'export_invitations 3',
      'export_invitations 3',
      'export_invitations 1',
    ]);
  });

  test('is done once per id, also by 16 at once, and never with other content', async () => {
    const [wave, batch] = [await newSampledWave(), randomUUID()];
    const strata = JSON.stringify(some(5));
    const { won } = await race(
      times(16, () => ({
        caller: analyst,
        run: (tx) => tx`select public.draw_invitations(${batch}, ${wave}, ${strata}::text::jsonb)`,
      })),
    );
    expect(won).toHaveLength(16);
    expect((await exported(batch)).invitations).toHaveLength(5);
    expect(await refusal(draw(batch, wave, some(6)))).toMatchObject({ code: 'key_reused' });
    expect(await refusal(draw(batch, await newSampledWave(), some(5)))).toMatchObject({
      code: 'key_reused',
    });
  });

  test('does 20,000 in one call, within the limits of the API', async () => {
    const [wave, batch] = [await newSampledWave(), randomUUID()];
    await answer(draw(batch, wave, some(20_000)));
    const { invitations } = await exported(batch);
    expect(new Set(invitations.map(({ code }) => code)).size).toBe(20_000);
  }, 30_000);

  test.each([
    ['nobody', []],
    ['more than 20,000', [...some(20_000), { town_code: 'suxi', count: 1 }]],
    ['no list', 5],
    ['a town that is none', [{ town_code: 'x', count: 1 }]],
    ['a count below one', some(-1)],
    ['a count that is no number', [{ count: 'NaN' }]],
    ['no count', [{ town_code: 'fotang' }]],
  ])('of %s is refused', async (_, strata) => {
    const wave = await newSampledWave();
    expect(await refusal(draw(randomUUID(), wave, strata))).toMatchObject({
      status: 400,
      code: 'content_invalid',
      detail: { field: 'strata' },
    });
  });

  test('is refused to a wave that has no place for it', async () => {
    expect(await refusal(draw(randomUUID(), await newWave(), some(1)))).toMatchObject({
      status: 409,
      code: 'wave_without_invitations',
    });
    const draft = await newWave({ series: 'sampled', isDraft: true });
    expect(await refusal(draw(randomUUID(), draft, some(1)))).toMatchObject({
      code: 'wave_not_announced',
    });
    const over = await newWave({ series: 'sampled', opensIn: -3, closesIn: -1 });
    expect(await refusal(draw(randomUUID(), over, some(1)))).toMatchObject({ code: 'wave_closed' });
    expect(await refusal(draw(randomUUID(), randomUUID(), some(1)))).toMatchObject({
      code: 'wave_unknown',
    });
  });

  test('and exporting are for analysts alone', async () => {
    const [wave, batch, interviewer] = [
      await newSampledWave(),
      randomUUID(),
      await signUpStaff('interviewer'),
    ];
    await answer(draw(batch, wave, some(1)));
    expect(await refusal(draw(randomUUID(), wave, some(1), interviewer))).toMatchObject({
      code: 'not_found',
    });
    expect(
      await refusal(interviewer.api.rpc('export_invitations', { p_batch_id: batch })),
    ).toMatchObject({ code: 'not_found' });
    expect(
      await refusal(interviewer.api.rpc('get_wave_progress', { p_wave_id: wave })),
    ).toMatchObject({ code: 'not_found' });
  });
});

const hash = () => randomUUID().replaceAll('-', '').repeat(2);
const redeem = (code: string, mode: 'web' | 'phone' | 'paper' = 'web', blinded = hash()) => ({
  p_code: code,
  p_mode: mode,
  p_blinded_sha256: blinded,
});
const codesOf = async (wave: string, count: number) => {
  const batch = randomUUID();
  await answer(draw(batch, wave, some(count)));
  return (await exported(batch)).invitations.map(({ code }) => code);
};
const oneCode = async (wave: string): Promise<string> => (await codesOf(wave, 1))[0] ?? '';

describe('an invitation', () => {
  test('leads whoever holds it to its wave, however it is typed, and says whether it was used', async () => {
    const wave = await newSampledWave();
    const code = await oneCode(wave);
    const typed = ` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `;
    expect(await answer(visitor().rpc('check_invitation', { p_code: typed }))).toEqual([
      { wave_id: wave, is_used: false },
    ]);
    expect(await answer(visitor().rpc('issue_token_by_invitation', redeem(typed)))).toBe(wave);
    expect(await answer(visitor().rpc('check_invitation', { p_code: code }))).toEqual([
      { wave_id: wave, is_used: true },
    ]);
  });

  test('is redeemed for one blinded token: the same again is fine, another is refused', async () => {
    const code = await oneCode(await newSampledWave());
    const first = redeem(code);
    const wave = await answer(visitor().rpc('issue_token_by_invitation', first));
    expect(await answer(visitor().rpc('issue_token_by_invitation', first))).toBe(wave);
    expect(await refusal(visitor().rpc('issue_token_by_invitation', redeem(code)))).toMatchObject({
      status: 409,
      code: 'invitation_used',
    });
  });

  test('is redeemed by one of 64 at once', async () => {
    const wave = await newSampledWave();
    const code = await oneCode(wave);
    const { won, codes } = await race(
      times(64, () => ({
        caller: { role: 'anon' as const },
        run: (tx) => tx`select public.issue_token_by_invitation(${code}, 'web', ${hash()})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ invitation_used: 63 });
    const [row] =
      await sql`select survey_private.issued_by_mode(${wave}, 'web')::integer as issued`;
    expect(row?.issued).toBe(1);
  });

  test.each([
    [
      'one character off',
      (code: string) => `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`,
    ],
    ['empty', () => ''],
    ['a megabyte', () => 'A'.repeat(1_000_000)],
    ['a percent sign', () => '%'],
  ])('that is %s is unknown', async (_, spoil) => {
    const code = await oneCode(await newSampledWave());
    for (const call of [
      visitor().rpc('check_invitation', { p_code: spoil(code) }),
      visitor().rpc('issue_token_by_invitation', redeem(spoil(code))),
    ]) {
      expect(await refusal(call)).toMatchObject({ status: 404, code: 'invitation_unknown' });
    }
  });

  test('that is none at all is unknown', async () => {
    const refused = await refusal(visitor().rpc('check_invitation', { p_code: null as never }));
    expect(refused).toMatchObject({ status: 404, code: 'invitation_unknown' });
  });

  test.each([
    ['tomorrow', 1, 5],
    ['yesterday', -5, -1],
  ])('is good for nothing when the wave begins or ends %s', async (_, opens, closes) => {
    const wave = await newSampledWave();
    const code = await oneCode(wave);
    await sql`update public.survey_waves
        set opens_on = ${dayFromToday(opens)}, closes_on = ${dayFromToday(closes)} where id = ${wave}`;
    const closed = { status: 409, code: 'wave_closed' };
    expect(await refusal(visitor().rpc('check_invitation', { p_code: code }))).toMatchObject(
      closed,
    );
    expect(await refusal(visitor().rpc('issue_token_by_invitation', redeem(code)))).toMatchObject(
      closed,
    );
  });

  test.each(['', 'x', 'A'.repeat(64), `${'a'.repeat(64)}0`])(
    'is not used up by a hash that is none: %j',
    async (blinded) => {
      const code = await oneCode(await newSampledWave());
      expect(
        await refusal(visitor().rpc('issue_token_by_invitation', redeem(code, 'web', blinded))),
      ).toMatchObject({ status: 400, code: 'token_invalid' });
      await answer(visitor().rpc('issue_token_by_invitation', redeem(code)));
    },
  );
});

describe('entry by phone or from paper', () => {
  const byMode = async (wave: string) => {
    const progress = await answer(analyst.api.rpc('get_wave_progress', { p_wave_id: wave }));
    return (progress as unknown as { issued: Record<string, number> }).issued;
  };

  test('is for interviewers and analysts, and counted by mode', async () => {
    const wave = await newSampledWave();
    const [one = '', two = '', three = ''] = await codesOf(wave, 3);
    const interviewer = await signUpStaff('interviewer');
    await answer(interviewer.api.rpc('issue_token_by_invitation', redeem(one, 'phone')));
    await answer(analyst.api.rpc('issue_token_by_invitation', redeem(two, 'paper')));
    await answer(visitor().rpc('issue_token_by_invitation', redeem(three)));
    expect(await byMode(wave)).toEqual({ web: 1, phone: 1, paper: 1 });
  });

  test.each(['phone', 'paper'] as const)(
    'by %s is refused to everybody else, and uses nothing up',
    async (mode) => {
      const wave = await newSampledWave();
      const code = await oneCode(wave);
      const host = await signUpStaff('host');
      for (const api of [visitor(), host.api]) {
        expect(
          await refusal(api.rpc('issue_token_by_invitation', redeem(code, mode))),
        ).toMatchObject({
          status: 404,
          code: 'not_found',
        });
      }
      expect(await byMode(wave)).toEqual({ web: 0, phone: 0, paper: 0 });
    },
  );
});

test('of a mode no more answers are taken than tokens were signed for it, also of 8 at once', async () => {
  const wave = await newSampledWave();
  const { id, key } = await addKey(wave);
  const codes = await codesOf(wave, 8);
  await answer(analyst.api.rpc('issue_token_by_invitation', redeem(codes[0] ?? '', 'paper')));
  for (const code of codes.slice(1)) {
    await answer(visitor().rpc('issue_token_by_invitation', redeem(code)));
  }
  const given = JSON.stringify(responses());
  const { won, refused } = await race(
    times(8, () => {
      const { prepared, signature } = newToken(key);
      return {
        caller: { role: 'anon' as const },
        run: (tx) => tx`select public.submit_answer(${id}, ${prepared}, ${signature}, 'paper', '{}',
          ${given}::text::jsonb)`,
      };
    }),
  );
  expect(won).toHaveLength(1);
  expect(refused.map(({ code, detail }) => [code, detail.why])).toEqual(
    times(7, () => ['answer_invalid', 'mode']),
  );
});

describe('how a wave stands', () => {
  const add = (wave: string, mode: string, town: string | null, days: number) =>
    sql`insert into survey_private.answers (wave_id, token_sha256, answered_on, mode, town_code, answers)
      values (${wave}, sha256(convert_to(${randomUUID()}, 'UTF8')), ${dayFromToday(days)}, ${mode}::public.survey_mode,
        ${town}, '{}')`;

  test('is counted by day, mode and what was stated, beside what was drawn and used', async () => {
    const wave = await newSampledWave();
    const [code = ''] = await codesOf(wave, 4);
    await answer(visitor().rpc('issue_token_by_invitation', redeem(code)));
    await add(wave, 'web', 'fotang', -1);
    await add(wave, 'phone', 'fotang', -1);
    await add(wave, 'web', null, 0);
    const progress = await answer(analyst.api.rpc('get_wave_progress', { p_wave_id: wave }));
    expect(progress).toMatchObject({
      days: [
        { day: dayFromToday(0), mode: 'web', answers: 1 },
        { day: dayFromToday(-1), mode: 'web', answers: 1 },
        { day: dayFromToday(-1), mode: 'phone', answers: 1 },
      ],
      batches: [{ invitations: 4, used: 1, strata: some(4) }],
    });
    const { strata } = progress as unknown as { strata: object[] };
    expect(strata).toHaveLength(2);
    expect(strata).toContainEqual({ town_code: 'fotang', age_band: null, sex: null, answers: 2 });
    expect(strata).toContainEqual({ town_code: null, age_band: null, sex: null, answers: 1 });
  });

  test('holds nothing that leads from an invitation to an answer', async () => {
    const columns = await sql`
      select table_name, column_name from information_schema.columns
      where table_schema = 'survey_private' and table_name in ('invitations', 'answers')`;
    const of = (table: string) =>
      columns
        .filter(({ table_name }) => table_name === table)
        .map(({ column_name }) => column_name);
    expect(of('invitations').sort()).toEqual([
      'age_band',
      'batch_id',
      'blinded_sha256',
      'code_sha256',
      'mode',
      'number',
      'sex',
      'town_code',
      'wave_id',
    ]);
    expect(of('answers')).not.toContain('batch_id');
  });

  test('is refused for a wave that is none', async () => {
    expect(
      await refusal(analyst.api.rpc('get_wave_progress', { p_wave_id: randomUUID() })),
    ).toMatchObject({ status: 404, code: 'wave_unknown' });
  });
});

test('a role of staff that has ended does not enter answers for others', async () => {
  const wave = await newSampledWave();
  const code = await oneCode(wave);
  const interviewer: Resident = await addStaff('interviewer');
  await sql`update auth.sessions set created_at = now() - interval '9 hours' where id = ${interviewer.session}`;
  await expect(
    asActor(
      interviewer,
      (tx) => tx`select public.issue_token_by_invitation(${code}, 'phone', ${hash()})`,
    ),
  ).rejects.toMatchObject({ hint: 'not_found' });
});
