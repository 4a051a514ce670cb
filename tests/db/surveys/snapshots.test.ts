import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SnapshotContent } from '../../../src/features/satisfaction/snapshot/content.ts';
import { addResident, addStaff, type Resident, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { race } from '../../support/race.ts';
import { answer, refusalBy } from '../../support/refusals.ts';
import {
  addAnswers,
  closedWave,
  contentFor,
  evenSheets,
  factsOf,
  freeze,
  release,
} from '../../support/satisfaction.ts';
import { newWave } from '../../support/things.ts';

let [analyst, second, administrator] = [] as unknown as [Resident, Resident, Resident];
beforeAll(async () => {
  analyst = await addStaff('analyst');
  second = await addStaff('analyst');
  administrator = await addStaff('administrator');
});

let wave = '';
let content: SnapshotContent;
beforeEach(async () => {
  wave = await closedWave();
  content = await contentFor(analyst, wave);
});

const released = async () =>
  (await answer(visitor().rpc('get_released_satisfaction'))).filter(
    ({ wave_id }) => wave_id === wave,
  );
const kept = async () => {
  const [row] = await sql`
    select count(*)::integer as snapshots from public.satisfaction_snapshots where wave_id = ${wave}`;
  return row?.snapshots;
};

/** The content with one thing changed. */
const changed = (change: (content: SnapshotContent) => void): SnapshotContent => {
  const copy = structuredClone(content);
  change(copy);
  return copy;
};

describe('what figures are computed from', () => {
  test('is the answers of a closed wave, counted where all that matters is the same', async () => {
    const { answers, margins, questions, wave: facts } = await factsOf(analyst, wave);
    expect(facts).toMatchObject({ id: wave, series: 'sampled', is_demo: false });
    expect(questions.satisfaction?.en).toContain('satisfied');
    expect(margins).toBeNull();
    expect(answers).toHaveLength(6);
    expect(answers).toContainEqual({
      town: 'choucheng',
      age: '60+',
      sex: 'male',
      mode: 'paper',
      count: 40,
      choices: expect.objectContaining({ satisfaction: 'fairly_satisfied' }),
    });
    expect(JSON.stringify(answers)).not.toMatch(/token|answered_on/);
  });

  test('is nobody else’s to read', async () => {
    for (const caller of [await addResident(), await addStaff('moderator')]) {
      expect(await refusalBy(factsOf(caller, wave))).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });

  test('is not there before the wave is over, and not for a wave there is not', async () => {
    const open = await newWave({ series: 'sampled', closesIn: 0 });
    expect(await refusalBy(factsOf(analyst, open))).toMatchObject({
      status: 409,
      code: 'wave_not_closed',
      detail: { closes_on: expect.any(String) },
    });
    // An answer may be a day on its way.
    const late = await newWave({ series: 'sampled', opensIn: -9, closesIn: -1 });
    expect((await refusalBy(factsOf(analyst, late))).code).toBe('wave_not_closed');
    const draft = await newWave({ series: 'sampled', opensIn: -9, closesIn: -5, isDraft: true });
    for (const none of [draft, randomUUID()]) {
      expect((await refusalBy(factsOf(analyst, none))).code).toBe('wave_unknown');
    }
  });
});

describe('while a wave is open', () => {
  test('staff of surveys see how many have answered, nobody else does, and nobody sees what', async () => {
    const open = await newWave({ series: 'sampled', closesIn: 5 });
    await addAnswers(open, [{ count: 7, choice: 'satisfied' }]);
    const countsFor = async (caller: Resident) =>
      (await asActor(caller, (tx) => tx`select * from public.get_answer_counts()`)).filter(
        ({ wave_id }) => wave_id === open,
      );
    for (const caller of [analyst, await addStaff('interviewer')]) {
      expect(await countsFor(caller)).toEqual([{ wave_id: open, answers: '7' }]);
    }
    for (const caller of [await addResident(), administrator]) {
      expect(await countsFor(caller)).toEqual([]);
    }
  });
});

describe('a snapshot', () => {
  test('has the SHA-256 of its content as text, which is what everyone can download', async () => {
    const { id, sha256 } = await freeze(analyst, wave, content);
    expect(await released()).toEqual([]);
    await release(second, id, sha256);
    const [row] = await released();
    expect(
      createHash('sha256')
        .update(row?.content ?? '')
        .digest('hex'),
    ).toBe(sha256);
    expect(JSON.parse(row?.content ?? '')).toEqual(JSON.parse(JSON.stringify(content)));
    expect(row).toMatchObject({
      id,
      sha256,
      code_version: 'test',
      replaces: null,
      replaced_by: null,
    });
    expect(Object.keys(row ?? {})).not.toContain('frozen_by');
  });

  test('is frozen once, however often it is sent', async () => {
    const id = randomUUID();
    const first = await freeze(analyst, wave, content, { id });
    expect(await freeze(analyst, wave, content, { id })).toEqual(first);
    const other = changed((copy) => {
      copy.code_version = 'other';
    });
    expect((await refusalBy(freeze(analyst, wave, other, { id }))).code).toBe('key_reused');
    expect((await refusalBy(freeze(second, wave, content, { id }))).code).toBe('key_reused');
    expect(await kept()).toBe(1);
  });

  test('is written down in the audit, when it is frozen and when it is released', async () => {
    const { id, sha256 } = await freeze(analyst, wave, content);
    await release(administrator, id, sha256);
    expect(
      await sql`select act, actor_id from public.audit_entries where subject_id = ${id} order by id`,
    ).toEqual([
      { act: 'freeze_snapshot', actor_id: analyst.id },
      { act: 'release_snapshot', actor_id: administrator.id },
    ]);
  });
});

describe('to freeze is refused', () => {
  const refused = async (given: unknown, replaces: string | null = null) => {
    const before = await kept();
    const refusal = await refusalBy(freeze(analyst, wave, given, { replaces }));
    expect(await kept()).toBe(before);
    return refusal;
  };

  test('without an id', async () => {
    const refusal = await refusalBy(freeze(analyst, wave, content, { id: null }));
    expect(refusal.code).toBe('key_missing');
  });

  test('to everybody but analysts', async () => {
    for (const caller of [await addResident(), administrator]) {
      expect((await refusalBy(freeze(caller, wave, content))).code).toBe('not_found');
    }
  });

  test('while the wave is open, or when it is another wave’s content', async () => {
    const open = await newWave({ series: 'sampled', closesIn: 0 });
    expect((await refusalBy(freeze(analyst, open, content))).code).toBe('wave_not_closed');
    const other = await closedWave();
    expect(await refusalBy(freeze(analyst, other, content))).toMatchObject({
      code: 'snapshot_differs',
      detail: { why: 'wave' },
    });
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'figures'],
    ['nothing in it', {}],
  ])('of %s', async (_, given) => {
    expect(await refused(given)).toMatchObject({
      status: 400,
      code: 'snapshot_invalid',
      detail: { why: 'shape' },
    });
  });

  test.each<[string, (copy: SnapshotContent) => void]>([
    ['more than belongs there', (copy) => Object.assign(copy, { answers: [] })],
    ['no version of the code', (copy) => Object.assign(copy, { code_version: '' })],
    ['another format', (copy) => Object.assign(copy, { format: 2 })],
    ['a breakdown that is no list', (copy) => Object.assign(copy.figures.by, { town: {} })],
    [
      'valid answers in words',
      (copy) => Object.assign(copy.figures.overall.measures ?? {}, { valid: 'x' }),
    ],
    ['a megabyte', (copy) => Object.assign(copy.figures.settings, { note: 'x'.repeat(1_000_000) })],
  ])('with %s', async (_, change) => {
    expect(await refused(changed(change))).toMatchObject({
      status: 400,
      code: 'snapshot_invalid',
      detail: { why: 'shape' },
    });
  });

  const smallCell = { status: 400, code: 'snapshot_invalid', detail: { why: 'small_cell' } };
  test('with a cell of fewer than thirty', async () => {
    const given = changed(({ figures: { by, overall } }) => {
      const cell = by.age.find(({ level }) => level === '18-29');
      Object.assign(cell ?? {}, {
        visibility: 'shown',
        measures: { ...overall.measures, valid: 12 },
      });
    });
    expect(await refused(given)).toMatchObject(smallCell);
  });

  test('with shown cells that leave fewer than thirty of the total', async () => {
    // Suxi and Choucheng of someSheets, whose 37 and 120 of 202 leave Fotang's 45; of 12 less, 33 and so on.
    const given = changed(({ figures: { by } }) => {
      const cell = by.town.find(({ level }) => level === 'fotang');
      Object.assign(cell?.measures ?? {}, { valid: 44 });
    });
    expect(await refused(given)).toMatchObject(smallCell);
  });

  test('with a figure in a blanked cell', async () => {
    const given = changed(({ figures: { by } }) => {
      Object.assign(by.town[0] ?? {}, { visibility: 'blanked' });
    });
    expect(await refused(given)).toMatchObject(smallCell);
  });

  test.each<[string, string, (copy: SnapshotContent) => void]>([
    ['the title', 'wave', (copy) => Object.assign(copy.wave.title, { en: 'Better' })],
    ['the series', 'wave', (copy) => Object.assign(copy.wave, { series: 'open' })],
    [
      'a question',
      'questions',
      (copy) => Object.assign(copy.questions, { gain: { zh: '', en: '' } }),
    ],
    ['the margins', 'margins', (copy) => Object.assign(copy, { margins: [] })],
    ['the count of a mode', 'counts', (copy) => Object.assign(copy.modes, { web: 1 })],
    [
      'how many were satisfied',
      'counts',
      (copy) =>
        Object.assign(copy.figures.overall.tally ?? {}, { satisfied: 190, not_satisfied: 0 }),
    ],
    [
      'how many answered',
      'counts',
      (copy) => Object.assign(copy.figures.overall.counts, { answered: 300 }),
    ],
    [
      'how many said they do not know',
      'counts',
      (copy) => Object.assign(copy.figures.overall.counts, { dontKnow: 0 }),
    ],
    [
      'another part',
      'counts',
      (copy) => Object.assign(copy.figures.otherParts.gain?.counts ?? {}, { valid: 1 }),
    ],
    [
      'which parts were asked',
      'counts',
      (copy) => {
        copy.figures.otherParts = {};
      },
    ],
  ])('when %s is not what the database has, and says so: %s', async (_, why, change) => {
    expect(await refused(changed(change))).toMatchObject({
      status: 409,
      code: 'snapshot_differs',
      detail: { why },
    });
  });

  test('when an answer has come to light since it was computed', async () => {
    await addAnswers(wave, [{ count: 1, choice: 'satisfied' }]);
    expect(await refused(content)).toMatchObject({
      code: 'snapshot_differs',
      detail: { why: 'counts' },
    });
  });

  test('when it does not name the released snapshot it corrects, or names one there is not', async () => {
    expect(await refused(content, randomUUID())).toMatchObject({ code: 'snapshot_superseded' });
    const { id, sha256 } = await freeze(analyst, wave, content);
    expect(await refused(content, id)).toMatchObject({ code: 'snapshot_superseded' });
    await release(second, id, sha256);
    expect(await refused(content)).toMatchObject({
      status: 409,
      code: 'snapshot_superseded',
      detail: { current: id },
    });
  });
});

describe('a release', () => {
  test('needs a second person, whatever roles the first one has', async () => {
    const both = await addStaff('analyst');
    await sql`insert into public.staff_roles (resident_id, role) values (${both.id}, 'administrator')`;
    const { id, sha256 } = await freeze(both, wave, content);
    expect(await refusalBy(release(both, id, sha256))).toMatchObject({
      status: 403,
      code: 'second_person_needed',
    });
    expect(await released()).toEqual([]);
    expect((await release(administrator, id, sha256)).released_at).not.toBeNull();
    expect(await released()).toHaveLength(1);
  });

  test('needs the SHA-256 that was looked at', async () => {
    const { id } = await freeze(analyst, wave, content);
    for (const wrong of ['', '0'.repeat(64)]) {
      expect((await refusalBy(release(second, id, wrong))).code).toBe('sha256_differs');
    }
    expect(await released()).toEqual([]);
  });

  test('is not for others, nor of what is not there', async () => {
    const { id, sha256 } = await freeze(analyst, wave, content);
    for (const caller of [await addResident(), await addStaff('editor')]) {
      expect((await refusalBy(release(caller, id, sha256))).code).toBe('not_found');
    }
    expect((await refusalBy(release(second, randomUUID(), sha256))).code).toBe('snapshot_unknown');
  });

  test('may be sent twice by who made it, and by nobody else', async () => {
    const { id, sha256 } = await freeze(analyst, wave, content);
    const first = await release(second, id, sha256);
    expect(await release(second, id, sha256)).toEqual(first);
    expect((await refusalBy(release(administrator, id, sha256))).code).toBe('already_released');
  });

  test('raises the revision of the site, so that every page shows it at once', async () => {
    const revision = () => answer(visitor().rpc('site_revision'));
    const { id, sha256 } = await freeze(analyst, wave, content);
    const before = await revision();
    await release(second, id, sha256);
    expect(await revision()).toBeGreaterThan(before);
  });
});

describe('a correction', () => {
  test('replaces what was released, which stays to be read', async () => {
    const one = await freeze(analyst, wave, content);
    await release(second, one.id, one.sha256);
    await addAnswers(wave, [{ count: 2, choice: 'satisfied' }]);
    const other = await freeze(second, wave, await contentFor(second, wave), { replaces: one.id });
    expect((await released()).map(({ id }) => id)).toEqual([one.id]);
    await release(analyst, other.id, other.sha256);
    expect(
      (await released()).map(({ id, replaces, replaced_by }) => [id, replaces, replaced_by]),
    ).toEqual([
      [other.id, one.id, null],
      [one.id, null, other.id],
    ]);
    expect((await released())[1]?.sha256).toBe(one.sha256);
  });

  test('is one: of two at once the second is told that another one stands now', async () => {
    const first = await freeze(analyst, wave, content);
    await release(second, first.id, first.sha256);
    const corrections = await Promise.all(
      ['a', 'b'].map((version) =>
        freeze(analyst, wave, { ...content, code_version: version }, { replaces: first.id }),
      ),
    );
    const { won, codes } = await race(
      corrections.map(({ id, sha256 }) => ({
        caller: second,
        run: (tx) => tx`select public.release_snapshot(${id}, ${sha256})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ snapshot_superseded: 1 });
    expect(await released()).toHaveLength(2);
  });
});

describe('what has been frozen', () => {
  test.each([
    ['a figure changed', `update public.satisfaction_snapshots set content = '{}' where id = $1`],
    [
      'a hash changed',
      `update public.satisfaction_snapshots set sha256 = repeat('0', 64) where id = $1`,
    ],
    [
      'a release taken back',
      'update public.satisfaction_snapshots set released_at = null, released_by = null where id = $1',
    ],
    [
      'a release dated anew',
      'update public.satisfaction_snapshots set released_at = now() where id = $1',
    ],
    ['it deleted', 'delete from public.satisfaction_snapshots where id = $1'],
  ])('never has %s, not even by the superuser', async (_, statement) => {
    const { id, sha256 } = await freeze(analyst, wave, content);
    await release(second, id, sha256);
    const refusal = await refusalBy(sql.unsafe(statement, [id]).execute());
    expect(refusal).toMatchObject({ status: 403, code: 'append_only' });
  });

  test('cannot be released by hand together with another change', async () => {
    const { id } = await freeze(analyst, wave, content);
    const refusal = await refusalBy(
      sql`update public.satisfaction_snapshots set released_at = now(), released_by = ${second.id},
        code_version = 'other' where id = ${id}`.execute(),
    );
    expect(refusal.code).toBe('append_only');
  });
});

describe('the margins of the population', () => {
  afterEach(() => sql`delete from public.population_margins where not is_demo`);
  const rows = (
    change: (all: { variable: string; level: string; population: number }[]) => unknown = (all) =>
      all,
  ) =>
    sql<{ code: string }[]>`select code from public.towns`.then((towns) =>
      JSON.stringify(
        change([
          ...towns.map(({ code }) => ({ variable: 'town', level: code, population: 1000 })),
          ...['18-29', '30-44', '45-59', '60+'].map((level) => ({
            variable: 'age',
            level,
            population: 3500,
          })),
          ...['female', 'male'].map((level) => ({ variable: 'sex', level, population: 7000 })),
        ]),
      ),
    );
  const save = (caller: Resident, json: string, source = '人口普查', day = '2025-12-31') =>
    asActor(
      caller,
      (tx) => tx`select public.save_population_margins(${json}::text::jsonb, ${source}, ${day})`,
      { keep: true },
    );
  const real = () => sql`select * from public.population_margins where not is_demo`;

  test('are taken by the figures of every wave but those of the demonstration, until they are taken away', async () => {
    await save(analyst, await rows());
    const facts = await factsOf(analyst, wave);
    expect(facts.margins).toHaveLength(20);
    expect(facts.margins?.[0]).toEqual({
      variable: 'age',
      level: '18-29',
      population: 3500,
      source: '人口普查',
      as_of: '2025-12-31',
    });
    expect(await refusalBy(freeze(analyst, wave, content))).toMatchObject({
      code: 'snapshot_differs',
      detail: { why: 'margins' },
    });
    const even = await closedWave(evenSheets);
    const weighted = await contentFor(analyst, even);
    expect(weighted.figures.weighting.isWeighted).toBe(true);
    await freeze(analyst, even, weighted);
    await save(analyst, '[]');
    expect((await factsOf(analyst, wave)).margins).toBeNull();
  });

  test('are everybody’s to read and the analysts’ to write', async () => {
    expect(
      await answer(visitor().from('population_margins').select('level').eq('is_demo', false)),
    ).toEqual([]);
    expect((await refusalBy(save(administrator, await rows()))).code).toBe('not_found');
  });

  test.each<
    [string, (all: { variable: string; level: string; population: number }[]) => unknown, string]
  >([
    ['a town is missing', (all) => all.filter(({ level }) => level !== 'suxi'), 'town suxi'],
    [
      'an age stands there twice',
      (all) => [...all, { variable: 'age', level: '60+', population: 1 }],
      'age 60+',
    ],
    [
      'there is a town nobody knows',
      (all) => [...all, { variable: 'town', level: 'hangzhou', population: 1 }],
      'town hangzhou',
    ],
    ['nobody lives there', (all) => all.map((row) => ({ ...row, population: 0 })), ''],
    ['it is half a person', (all) => all.map((row) => ({ ...row, population: 0.5 })), ''],
    ['a row says more', (all) => all.map((row) => ({ ...row, source: 'x' })), ''],
    ['it is no list', () => ({}), ''],
  ])('are refused when %s', async (_, change, level) => {
    const refusal = await refusalBy(save(analyst, await rows(change)));
    expect(refusal).toMatchObject({ status: 400, code: 'margins_invalid', detail: { level } });
    expect(await real()).toEqual([]);
  });

  test('are refused without a source, or of a day that has not come', async () => {
    for (const [source, day, field] of [
      [' ', '2025-12-31', 'source'],
      ['人口普查', '2999-12-31', 'as_of'],
    ] as const) {
      expect(await refusalBy(save(analyst, await rows(), source, day))).toMatchObject({
        code: 'content_invalid',
        detail: { field },
      });
    }
    expect(await real()).toEqual([]);
  });
});
