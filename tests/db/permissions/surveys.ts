// Who may do what in surveys: everyone reads waves and what they ask, analysts write questionnaires, and
// nobody reads an answer.
import { randomUUID } from 'node:crypto';
import { asActor, sql } from '../../support/database.ts';
import { answer } from '../../support/refusals.ts';
import { newOpenWave, submit } from '../../support/surveys.ts';
import {
  allRoles,
  clients,
  closed,
  everyone,
  forEveryone,
  forNobody,
  forResidents,
  forStaff,
  key,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const asked = `exists (select from public.survey_waves w where w.questionnaire_id = questionnaire_versions.questionnaire_id
  and w.questionnaire_version = questionnaire_versions.version and w.announced_at is not null)`;

export const surveys: RoomPermissions = {
  relations: {
    'public.survey_waves': readOnly(
      { ...everyone('open'), analyst: 'all' },
      {
        open: 'announced_at is not null',
        columns: {
          select: [
            ...[
              'id',
              'questionnaire_id',
              'questionnaire_version',
              'title_zh',
              'title_en',
              'series',
            ],
            ...['opens_on', 'closes_on', 'population_zh', 'population_en', 'form_number'],
            ...['form_maker', 'approval_number', 'form_expires_on', 'announced_at', 'closed_at'],
            ...['is_demo', 'version', 'changed_at'],
          ],
        },
      },
    ),
    'public.questionnaires': readOnly(signedIn('nothing', { analyst: 'all' }), {
      columns: {
        select: [
          ...['id', 'title_zh', 'title_en', 'draft', 'version', 'is_template', 'is_demo'],
          'changed_at',
        ],
      },
    }),
    'public.questionnaire_versions': readOnly(
      { ...everyone('open'), analyst: 'all' },
      {
        open: asked,
        columns: {
          select: ['questionnaire_id', 'version', 'content', 'sha256', 'published_at'],
        },
      },
    ),
    'public.desk_questionnaires': readOnly(signedIn('nothing', { analyst: 'all' }), {
      behind: 'public.questionnaires',
    }),
    'survey_private.answers': closed,
    'survey_private.issuances': closed,
    'survey_private.keys': closed,
  },
  schemas: { survey_private: allRoles },
  functions: {
    'public.get_answer_counts()': {
      granted: residents,
      call: { sql: 'select * from public.get_answer_counts()', answer: forResidents('answers') },
    },
    'survey_private.answer_counts()': { granted: residents },
    'public.issue_token(uuid,text)': {
      granted: residents,
      call: {
        sql: `select public.issue_token(${key}, '')`,
        answer: forResidents('wave_unknown'),
      },
    },
    'survey_private.issue_token(uuid,text)': {
      granted: residents,
      call: {
        sql: `select survey_private.issue_token(${key}, '')`,
        answer: forResidents('wave_unknown'),
      },
    },
    // From nobody: whoever is signed in has to leave that behind.
    'public.submit_answer(text,text,text,public.survey_mode,jsonb,jsonb)': {
      granted: ['anon'],
      call: {
        sql: `select public.submit_answer('', '', '', 'web', '{}', '{}')`,
        answer: { ...forNobody, anonymous: 'wave_unknown' },
      },
    },
    'survey_private.submit_answer(text,text,text,public.survey_mode,jsonb,jsonb)': {
      granted: ['anon'],
      call: {
        sql: `select survey_private.submit_answer('', '', '', 'web', '{}', '{}')`,
        answer: { ...forNobody, anonymous: 'wave_unknown' },
      },
    },
    'public.get_survey_keys()': {
      granted: clients,
      call: { sql: 'select * from public.get_survey_keys()', answer: forEveryone('answers') },
    },
    'survey_private.list_keys()': { granted: clients },
    'public.get_survey_tokens(uuid)': {
      granted: clients,
      call: {
        sql: `select public.get_survey_tokens(${key})`,
        answer: forEveryone('wave_unknown'),
      },
    },
    'survey_private.tokens_of(uuid)': { granted: clients },
    'public.register_survey_keys(text[])': {
      granted: ['service_role'],
      call: { sql: `select public.register_survey_keys('{}')`, answer: forNobody },
    },
    'survey_private.register_keys(text[])': {
      granted: ['service_role'],
      call: { sql: `select survey_private.register_keys('{}')`, answer: forNobody },
    },
    'public.get_survey_keys_to_destroy()': {
      granted: ['service_role'],
      call: { sql: 'select public.get_survey_keys_to_destroy()', answer: forNobody },
    },
    'survey_private.keys_to_destroy()': {
      granted: ['service_role'],
      call: { sql: 'select survey_private.keys_to_destroy()', answer: forNobody },
    },
    'public.survey_key_destroyed(text)': {
      granted: ['service_role'],
      call: { sql: `select public.survey_key_destroyed('')`, answer: forNobody },
    },
    'survey_private.key_destroyed(text)': {
      granted: ['service_role'],
      call: { sql: `select survey_private.key_destroyed('')`, answer: forNobody },
    },
    'survey_private.take_key(uuid)': {
      granted: noRole,
      call: { sql: `select survey_private.take_key(${key})`, answer: forNobody },
    },
    'survey_private.close_wave(uuid)': {
      granted: noRole,
      call: { sql: `select survey_private.close_wave(${key})`, answer: forNobody },
    },
    'survey_private.close_waves()': {
      granted: noRole,
      call: { sql: 'select survey_private.close_waves()', answer: forNobody },
    },
    'survey_private.verify_token(text,bytea,bytea)': { granted: noRole },
    'survey_private.verify_pss(numeric,bytea,bytea)': { granted: noRole },
    'survey_private.to_number(bytea)': { granted: noRole },
    'survey_private.to_bytes(numeric,integer)': { granted: noRole },
    'public.save_questionnaire(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.save_questionnaire(null, 0, '{}')`,
        answer: forStaff('analyst', 'key_missing'),
      },
    },
    'survey_private.save_questionnaire(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select survey_private.save_questionnaire(null, 0, '{}')`,
        answer: forStaff('analyst', 'key_missing'),
      },
    },
    'public.publish_questionnaire(uuid,integer)': {
      granted: residents,
      call: {
        sql: `select public.publish_questionnaire(${key}, 1)`,
        answer: forStaff('analyst', 'questionnaire_unknown'),
      },
    },
    'survey_private.publish_questionnaire(uuid,integer)': {
      granted: residents,
      call: {
        sql: `select survey_private.publish_questionnaire(${key}, 1)`,
        answer: forStaff('analyst', 'questionnaire_unknown'),
      },
    },
    'survey_private.freeze_version(uuid)': {
      granted: noRole,
      call: { sql: `select survey_private.freeze_version(${key})`, answer: forNobody },
    },
    'survey_private.add_answer(public.survey_waves,bytea,public.survey_mode,jsonb,jsonb)': {
      granted: noRole,
      call: {
        sql: `select survey_private.add_answer(null, null, 'web', '{}', '{}')`,
        answer: forNobody,
      },
    },
    'survey_private.refuse_invalid_strata(jsonb)': { granted: noRole },
    'survey_private.refuse_invalid_answers(jsonb,jsonb)': { granted: noRole },
    'survey_private.answer_problem(jsonb,jsonb)': { granted: noRole },
    'survey_private.get_choices(jsonb,jsonb)': { granted: noRole },
    'survey_private.refuse_invalid_questionnaire(jsonb,boolean)': { granted: noRole },
    'survey_private.refuse_invalid_question(jsonb,text,boolean)': { granted: noRole },
    'survey_private.refuse_invalid_links(jsonb)': { granted: noRole },
    'survey_private.refuse_invalid_list(jsonb,text,integer,integer,boolean,text[])': {
      granted: noRole,
    },
    'survey_private.refuse_invalid_words(jsonb,text,integer,boolean)': { granted: noRole },
    'survey_private.refuse_questionnaire(text,text)': { granted: noRole },
    'survey_private.is_blank(text)': { granted: noRole },
    'survey_private.has_shape(jsonb,text[],text[])': { granted: noRole },
    'survey_private.is_whole(jsonb,integer,integer)': { granted: noRole },
    'survey_private.is_id(jsonb)': { granted: noRole },
  },
  async leaveTraces(caller) {
    const wave = await newOpenWave();
    await asActor(caller, (tx) => tx`select public.issue_token(${wave.id}, ${'0'.repeat(64)})`, {
      keep: true,
    });
    await answer(submit(wave));
    // One that no wave asks.
    const id = randomUUID();
    await sql`
      with made as (
        insert into public.questionnaires (id, title_zh, title_en, draft)
        values (${id}, '测试', 'Test', '{"sections": []}') returning id, draft
      )
      insert into public.questionnaire_versions (questionnaire_id, version, content, sha256)
      select id, 1, draft, '' from made`;
  },
};
