// Who may do what with green cells: residents make and join them, editors register those that are no families.
import { randomUUID } from 'node:crypto';
import { newCell } from '../../support/cells.ts';
import { asActor } from '../../support/database.ts';
import {
  closed,
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

export const greenCells: RoomPermissions = {
  relations: {
    'public.green_cells': readOnly(signedIn('nothing', { editor: 'open', administrator: 'open' }), {
      open: `kind <> 'family'`,
      columns: {
        select: [
          'id',
          'kind',
          'name_zh',
          'name_en',
          'town_code',
          'join_code',
          'members',
          'is_open',
          'is_demo',
          'version',
          'changed_at',
        ],
      },
    }),
    'public.my_cells': readOnly(signedIn('own'), {
      own: 'resident_id = $1',
      behind: 'private.cell_members',
    }),
    'public.desk_cells': readOnly(signedIn('nothing', { editor: 'open', administrator: 'open' }), {
      open: `kind <> 'family'`,
      behind: 'public.green_cells',
    }),
    'private.cell_members': closed,
    'private.left_cells': closed,
  },
  functions: {
    ...pair('create_household', 'uuid,text', `${key}, ''`, forResidents('cell_name_invalid')),
    ...pair('join_cell', 'text', `'none'`, forResidents('cell_unknown')),
    ...pair('leave_cell', 'uuid', key, forResidents('answers')),
    ...pair('renew_cell_code', 'uuid', key, forStaff('editor', 'cell_unknown')),
    ...pair(
      'save_cell',
      'uuid,integer,jsonb',
      `${key}, 1, '{}'`,
      forStaff('editor', 'content_invalid'),
    ),
    'private.list_my_cells()': {
      granted: residents,
      call: { sql: 'select * from private.list_my_cells()', answer: forResidents('answers') },
    },
    'private.household_of(uuid)': {
      granted: noRole,
      call: { sql: 'select private.household_of(auth.uid())', answer: forNobody },
    },
    'private.share_a_cell(uuid,uuid)': {
      granted: noRole,
      call: { sql: 'select private.share_a_cell(auth.uid(), auth.uid())', answer: forNobody },
    },
    'private.keep_memberships(uuid)': { granted: noRole },
    'private.refuse_second_household(uuid)': { granted: noRole },
    'private.count_cell_members()': { granted: noRole },
    'private.forget_left_cells()': { granted: noRole },
  },
  async leaveTraces(caller) {
    await newCell({ members: [caller] });
    const left = await newCell({ members: [caller] });
    await asActor(caller, (tx) => tx`select public.leave_cell(${left.id})`, { keep: true });
    await asActor(caller, (tx) => tx`select public.create_household(${randomUUID()}, '测试一家')`, {
      keep: true,
    });
  },
};
