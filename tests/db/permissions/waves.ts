// Who may do what with waves: analysts keep them and their invitations, interviewers redeem some of them for others,
// and whoever holds a code may use it.
import { randomUUID } from 'node:crypto';
import { asActor, sql } from '../../support/database.ts';
import { newSampledWave } from '../../support/waves.ts';
import {
  type Call,
  type Callable,
  clients,
  closed,
  forEveryone,
  forNobody,
  forStaff,
  key,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

/** A function of the API and its body, granted to the same ones. */
const both = (
  signature: string,
  granted: Callable['granted'],
  values: string,
  answer: Call['answer'],
): Record<string, Callable> =>
  Object.fromEntries(
    ['public', 'survey_private'].map((schema) => [
      `${schema}.${signature}`,
      {
        granted,
        call: {
          sql: `select * from ${schema}.${signature.split('(')[0]}(${values})`,
          answer,
        },
      },
    ]),
  );

export const waves: RoomPermissions = {
  relations: {
    'public.survey_targets': readOnly(signedIn('nothing', { analyst: 'all' })),
    'survey_private.invitation_batches': closed,
    'survey_private.invitations': closed,
  },
  functions: {
    ...both(
      'save_wave(uuid,integer,jsonb)',
      residents,
      `null, 0, '{}'`,
      forStaff('analyst', 'key_missing'),
    ),
    ...both(
      'announce_wave(uuid,integer)',
      residents,
      `${key}, 1`,
      forStaff('analyst', 'wave_unknown'),
    ),
    ...both(
      'draw_invitations(uuid,uuid,jsonb)',
      residents,
      `null, ${key}, '[]'`,
      forStaff('analyst', 'key_missing'),
    ),
    ...both(
      'export_invitations(uuid,integer,integer)',
      residents,
      `${key}, 1, 1`,
      forStaff('analyst', 'batch_unknown'),
    ),
    ...both('get_wave_progress(uuid)', residents, key, forStaff('analyst', 'wave_unknown')),
    ...both('check_invitation(text)', clients, `'nothing'`, forEveryone('invitation_unknown')),
    ...both(
      'issue_token_by_invitation(text,public.survey_mode,text)',
      clients,
      `'nothing', 'web', ''`,
      forEveryone('invitation_unknown'),
    ),
    'survey_private.issued_by_mode(uuid,public.survey_mode)': {
      granted: noRole,
      call: { sql: `select survey_private.issued_by_mode(${key}, 'web')`, answer: forNobody },
    },
    'survey_private.find_invitation(text)': {
      granted: noRole,
      call: { sql: `select survey_private.find_invitation('nothing')`, answer: forNobody },
    },
    'survey_private.invitation_code(bytea,integer)': { granted: noRole },
    'survey_private.require_open_wave(uuid)': { granted: noRole },
    'survey_private.read_strata(jsonb,text,text,boolean)': { granted: noRole },
    'survey_private.read_wave(jsonb,public.survey_waves)': { granted: noRole },
    'survey_private.wave_content(public.survey_waves)': { granted: noRole },
  },
  async leaveTraces(_, { analyst }) {
    const wave = await newSampledWave();
    await sql`
      insert into public.survey_targets (wave_id, town_code, age_band, sex, target)
      values (${wave}, 'fotang', '18_29', 'female', 5)`;
    const strata = JSON.stringify([{ count: 2 }]);
    await asActor(
      analyst,
      (tx) => tx`select public.draw_invitations(${randomUUID()}, ${wave}, ${strata}::text::jsonb)`,
      { keep: true },
    );
  },
};
