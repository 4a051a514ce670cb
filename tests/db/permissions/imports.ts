// Who may do what with partners and the files they hand in.
import { randomUUID } from 'node:crypto';
import { sql } from '../../support/database.ts';
import { hashOf, joinAll, newPartner } from '../../support/imports.ts';
import {
  closed,
  everyone,
  forNobody,
  forResidents,
  forStaff,
  key,
  noRole,
  pair,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const administrators = signedIn('nothing', { administrator: 'all' });

export const imports: RoomPermissions = {
  relations: {
    'public.partners': readOnly(
      { ...everyone('open'), administrator: 'all' },
      {
        open: 'is_open',
        columns: {
          select: [
            'id',
            'name_zh',
            'name_en',
            'action_code',
            'unit_zh',
            'unit_en',
            'is_open',
            'is_demo',
            'version',
            'changed_at',
          ],
        },
      },
    ),
    'public.imports': readOnly(administrators, {
      columns: {
        select: [
          'id',
          'partner_id',
          'file_name',
          'sha256',
          'rows',
          'accepted',
          'coins',
          'posted_at',
        ],
      },
    }),
    'public.desk_partners': readOnly(administrators, { behind: 'public.partners' }),
    'public.desk_imports': readOnly(administrators, { behind: 'public.imports' }),
    'private.partner_members': closed,
    'private.imported_days': closed,
    'private.import_rejects': closed,
  },
  functions: {
    ...pair(
      'save_partner',
      'uuid,integer,jsonb',
      `null, 0, '{}'`,
      forStaff('administrator', 'key_missing'),
    ),
    ...pair('join_partner', 'uuid', key, forResidents('partner_unknown')),
    ...pair('leave_partner', 'uuid', key, forResidents('answers')),
    ...pair('get_my_partners', '', '', forResidents('answers')),
    ...pair(
      'preview_import',
      'uuid,text,text,jsonb',
      `${key}, 'x', 'x', '[]'`,
      forStaff('administrator', 'rows_invalid'),
    ),
    ...pair(
      'post_import',
      'uuid,uuid,text,text,jsonb',
      `null, ${key}, 'x', 'x', '[]'`,
      forStaff('administrator', 'key_missing'),
    ),
    ...pair('list_import_rejects', 'uuid', key, forStaff('administrator', 'answers')),
    'private.partner_counts()': { granted: residents },
    'private.require_open_partner(uuid)': { granted: noRole },
    'private.day_of(text)': { granted: noRole },
    'private.read_rows(public.partners,uuid,jsonb)': { granted: noRole },
    'private.why_row_does_not_count(public.imports,private.file_row)': { granted: noRole },
    'private.run_import(public.imports,public.partners,jsonb)': { granted: noRole },
    'private.pay_import(public.imports,public.partners)': { granted: noRole },
    'private.require_rows(jsonb)': { granted: noRole },
    'private.start_import(uuid,uuid,text,text,jsonb,uuid,boolean)': { granted: noRole },
    'private.import_answer(uuid)': { granted: noRole },
    'private.forget_imported_rows()': { granted: noRole },
    'ledger.award_all(text,ledger.award_order[],uuid)': {
      granted: noRole,
      call: {
        sql: `select ledger.award_all('clean-plate',
          array[row(auth.uid(), 10, 'x', 'award:x')::ledger.award_order], null)`,
        answer: forNobody,
      },
    },
  },
  async leaveTraces({ id }) {
    const partner = await newPartner('base-visit');
    await newPartner('base-visit', { isOpen: false });
    await joinAll([{ id }], partner);
    const file = randomUUID();
    await sql`insert into public.imports (id, partner_id, file_name, sha256, content_hash, rows)
      values (${file}, ${partner}, 'traces.csv', ${hashOf(file)}, sha256(${file}::text::bytea), 2)`;
    await sql`insert into private.imported_days (partner_id, resident_id, day, import_id, log_id, coins)
      values (${partner}, ${id}, private.shanghai_day(), ${file}, ${randomUUID()}, 1)`;
    await sql`insert into private.import_rejects (import_id, line, member, day, quantity, verdict)
      values (${file}, 2, 'x', 'x', 'x', 'unknown_member')`;
  },
};
