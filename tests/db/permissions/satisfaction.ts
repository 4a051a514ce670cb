// Who may do what with the satisfaction figure: analysts freeze, a second person releases, everyone reads what is released.
import { sql } from '../../support/database.ts';
import { closedWave, contentFor, freeze } from '../../support/satisfaction.ts';
import {
  clients,
  everyone,
  forEveryone,
  forStaff,
  key,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

export const satisfaction: RoomPermissions = {
  relations: {
    'public.population_margins': readOnly(everyone('all')),
    'public.satisfaction_snapshots': readOnly(
      signedIn('nothing', { analyst: 'all', administrator: 'all' }),
    ),
  },
  functions: {
    'public.get_wave_answers(uuid)': {
      granted: residents,
      call: {
        sql: `select public.get_wave_answers(${key})`,
        answer: forStaff(['analyst', 'administrator'], 'wave_unknown'),
      },
    },
    'survey_private.get_wave_answers(uuid)': {
      granted: residents,
      call: {
        sql: `select survey_private.get_wave_answers(${key})`,
        answer: forStaff(['analyst', 'administrator'], 'wave_unknown'),
      },
    },
    'public.freeze_snapshot(uuid,uuid,jsonb,uuid)': {
      granted: residents,
      call: {
        sql: `select public.freeze_snapshot(${key}, ${key}, '{}')`,
        answer: forStaff('analyst', 'snapshot_invalid'),
      },
    },
    'survey_private.freeze_snapshot(uuid,uuid,jsonb,uuid)': {
      granted: residents,
      call: {
        sql: `select survey_private.freeze_snapshot(${key}, ${key}, '{}', null)`,
        answer: forStaff('analyst', 'snapshot_invalid'),
      },
    },
    'public.release_snapshot(uuid,text)': {
      granted: residents,
      call: {
        sql: `select public.release_snapshot(${key}, '')`,
        answer: forStaff(['analyst', 'administrator'], 'snapshot_unknown'),
      },
    },
    'survey_private.release_snapshot(uuid,text)': {
      granted: residents,
      call: {
        sql: `select survey_private.release_snapshot(${key}, '')`,
        answer: forStaff(['analyst', 'administrator'], 'snapshot_unknown'),
      },
    },
    'public.get_released_satisfaction()': {
      granted: clients,
      call: {
        sql: 'select * from public.get_released_satisfaction()',
        answer: forEveryone('answers'),
      },
    },
    'survey_private.get_released_satisfaction()': { granted: clients },
    'public.save_population_margins(jsonb,text,date)': {
      granted: residents,
      call: {
        sql: `select public.save_population_margins('[]', '', null)`,
        answer: forStaff('analyst', 'content_invalid'),
      },
    },
    'private.save_population_margins(jsonb,text,date)': {
      granted: residents,
      call: {
        sql: `select private.save_population_margins('[]', '', null)`,
        answer: forStaff('analyst', 'content_invalid'),
      },
    },
    'survey_private.keep_snapshots()': { granted: noRole },
    'survey_private.require_closed_wave(uuid)': { granted: noRole },
    'survey_private.group_answers(public.survey_waves)': { granted: noRole },
    'survey_private.wave_facts(public.survey_waves)': { granted: noRole },
    'survey_private.are_counts_true(jsonb,jsonb)': { granted: noRole },
    'survey_private.snapshot_problem(jsonb)': { granted: noRole },
    'survey_private.current_snapshot(uuid)': { granted: noRole },
    'survey_private.refuse_other_current(public.satisfaction_snapshots)': { granted: noRole },
  },
  leaveTraces: async (_, { analyst }) => {
    // A demo row: a real one would have every other wave weighted.
    await sql`
      insert into public.population_margins (variable, level, population, source, as_of, is_demo)
      values ('sex', 'female', 1, 'Test', '2025-12-31', true) on conflict do nothing`;
    const wave = await closedWave();
    await freeze(analyst, wave, await contentFor(analyst, wave));
  },
};
