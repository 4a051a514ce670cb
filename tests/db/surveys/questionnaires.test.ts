import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  change,
  everyKind,
  invalidAnswers,
  unfinishedDrafts,
  validAnswers,
} from '../../fixtures/questionnaires.ts';
import { type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { newOpenWave, submit } from '../../support/surveys.ts';
import { newWave } from '../../support/things.ts';

let analyst: SignedIn;
beforeAll(async () => {
  analyst = await signUpStaff('analyst');
});

const content = (draft: unknown = everyKind, more: object = {}) => ({
  title_zh: '测试问卷',
  title_en: 'Test questionnaire',
  is_template: false,
  draft,
  ...more,
});
const save = (id: string, version: number, given: unknown = content(), who = analyst) =>
  who.api.rpc('save_questionnaire', { p_id: id, p_version: version, p_content: given } as never);
const publish = (id: string, version: number, who = analyst) =>
  who.api.rpc('publish_questionnaire', { p_id: id, p_version: version });
const made = async (draft: unknown = everyKind) => {
  const id = randomUUID();
  await answer(save(id, 0, content(draft)));
  return id;
};
const versionsOf = (id: string) =>
  sql`select version, content, sha256 from public.questionnaire_versions
    where questionnaire_id = ${id} order by version`;

describe('a questionnaire', () => {
  test('is saved as a draft, and the same content again is saved already', async () => {
    const id = await made();
    expect(await answer(save(id, 0))).toMatchObject({ id, version: 1, draft: everyKind });
    const changed = content(everyKind, { title_zh: '改过的问卷' });
    expect(await answer(save(id, 1, changed))).toMatchObject({
      version: 2,
      title_zh: '改过的问卷',
    });
  });

  test('is not saved over a version that its writer has not seen', async () => {
    const id = await made();
    await answer(save(id, 1, content(everyKind, { title_zh: '第二版' })));
    const refused = await refusal(save(id, 1, content(everyKind, { title_zh: '也是第二版' })));
    expect(refused).toMatchObject({ status: 409, code: 'newer_version', detail: { version: 2 } });
    const [row] = await sql`select title_zh from public.questionnaires where id = ${id}`;
    expect(row?.title_zh).toBe('第二版');
  });

  test.each(unfinishedDrafts)('with %s is saved and not published', async (_, draft) => {
    const id = await made(draft);
    const refused = await refusal(publish(id, 1));
    expect(refused).toMatchObject({ status: 400, code: 'questionnaire_invalid' });
    expect(await versionsOf(id)).toEqual([]);
  });

  test.each([
    ['no draft', content(null), 'questionnaire_invalid'],
    ['a draft of another shape', content({ pages: [] }), 'questionnaire_invalid'],
    ['no title', content(everyKind, { title_zh: ' ' }), 'content_invalid'],
    ['a title that is a list', content(everyKind, { title_en: ['x'] }), 'content_invalid'],
    ['nothing', null, 'content_invalid'],
  ])('with %s is not kept', async (_, given, code) => {
    const id = randomUUID();
    expect(await refusal(save(id, 0, given))).toMatchObject({ status: 400, code });
    expect(await sql`select from public.questionnaires where id = ${id}`).toEqual([]);
  });

  test('is nobody’s to see or write but analysts’', async () => {
    const id = await made();
    for (const who of [
      await signUp(),
      await signUpStaff('editor'),
      await signUpStaff('administrator'),
    ]) {
      expect(await answer(who.api.from('questionnaires').select('id'))).toEqual([]);
      expect(await refusal(save(id, 1, content(), who))).toMatchObject({ code: 'not_found' });
      expect(await refusal(publish(id, 1, who))).toMatchObject({ code: 'not_found' });
    }
  });

  test('that does not exist is neither changed nor published', async () => {
    const refused = { status: 404, code: 'questionnaire_unknown' };
    expect(await refusal(save(randomUUID(), 3))).toMatchObject(refused);
    expect(await refusal(publish(randomUUID(), 1))).toMatchObject(refused);
  });
});

describe('a published version', () => {
  test('is numbered, hashed, and made once for the same content', async () => {
    const id = await made();
    expect(await answer(publish(id, 1))).toBe(1);
    expect(await answer(publish(id, 1))).toBe(1);
    const [version, ...others] = await versionsOf(id);
    expect(others).toEqual([]);
    expect(version?.content).toEqual(everyKind);
    const [row] = await sql`select content::text as text from public.questionnaire_versions
      where questionnaire_id = ${id}`;
    expect(version?.sha256).toBe(createHash('sha256').update(row?.text).digest('hex'));
  });

  test('stays as it is when the draft changes, which makes the next one', async () => {
    const id = await made();
    await answer(publish(id, 1));
    const changed = change(everyKind, 'sections.0.title.zh', '改过的第一部分');
    await answer(save(id, 1, content(changed)));
    expect(await refusal(publish(id, 1))).toMatchObject({ code: 'newer_version' });
    expect(await answer(publish(id, 2))).toBe(2);
    const versions = await versionsOf(id);
    expect(versions.map((one) => one.content)).toEqual([everyKind, changed]);
    const refused = await refusalBy(
      sql`update public.questionnaire_versions set content = ${sql.json(changed as never)}
        where questionnaire_id = ${id} and version = 1`.execute(),
    );
    expect(refused.code).toBe('append_only');
  });

  test('is read by everyone once a wave asks it, and before that by analysts', async () => {
    const id = await made();
    await answer(publish(id, 1));
    const read = (api: SignedIn['api']) =>
      answer(api.from('questionnaire_versions').select('version').eq('questionnaire_id', id));
    const resident = await signUp();
    expect(await read(visitor())).toEqual([]);
    expect(await read(resident.api)).toEqual([]);
    expect(await read(analyst.api)).toEqual([{ version: 1 }]);
    await newWave({ questionnaireId: id });
    expect(await read(visitor())).toEqual([{ version: 1 }]);
    expect(await read(resident.api)).toEqual([{ version: 1 }]);
  });

  test('is what a wave asks: answers that fit it are kept, others are not', async () => {
    const id = await made();
    await answer(publish(id, 1));
    const wave = await newOpenWave({ questionnaireId: id });
    for (const [, answers] of validAnswers) await answer(submit(wave, { answers }));
    for (const [what, answers] of invalidAnswers.slice(3, 12)) {
      const refused = await refusal(submit(wave, { answers }));
      expect({ what, code: refused.code }).toEqual({ what, code: 'answer_invalid' });
    }
    const [row] = await sql`
      select count(*)::integer as count from survey_private.answers where wave_id = ${wave.id}`;
    expect(row?.count).toBe(validAnswers.length);
  });
});
