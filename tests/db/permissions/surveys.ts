// Who may do what in surveys: everyone reads waves and what they ask, analysts write questionnaires, and
// nobody reads an answer.
import { randomUUID } from 'node:crypto';
import { asActor, sql } from '../../support/database.ts';
import { responses } from '../../support/surveys.ts';
import { newWave } from '../../support/things.ts';
import {
  clients,
  closed,
  everyone,
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
  },
  schemas: { survey_private: clients },
  functions: {
    'public.get_answer_counts()': {
      granted: residents,
      call: { sql: 'select * from public.get_answer_counts()', answer: forResidents('answers') },
    },
    'survey_private.answer_counts()': { granted: residents },
    'public.submit_survey_answer(uuid,jsonb,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.submit_survey_answer(${key}, '{}')`,
        answer: forResidents('wave_unknown'),
      },
    },
    'survey_private.submit_answer(uuid,jsonb,jsonb)': {
      granted: residents,
      call: {
        sql: `select survey_private.submit_answer(${key}, '{}', '{}')`,
        answer: forResidents('wave_unknown'),
      },
    },
    'public.has_answered_survey(uuid)': {
      granted: residents,
      call: { sql: `select public.has_answered_survey(${key})`, answer: forResidents('answers') },
    },
    'survey_private.has_answered(uuid)': {
      granted: residents,
      call: { sql: `select survey_private.has_answered(${key})`, answer: forResidents('answers') },
    },
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
    const wave = await newWave();
    const given = JSON.stringify(responses());
    await asActor(
      caller,
      (tx) => tx`select public.submit_survey_answer(${wave}, ${given}::text::jsonb)`,
      { keep: true },
    );
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
