// Who may do what in the inbox: residents read their notices, the jobs of the site send the mails.
import { sql } from '../../support/database.ts';
import {
  closed,
  forNobody,
  forResidents,
  noRole,
  own,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

export const inbox: RoomPermissions = {
  relations: {
    'public.notices': readOnly(signedIn('own'), { own }),
    'private.outbox': closed,
  },
  functions: {
    'public.read_notices(uuid[])': {
      granted: residents,
      call: { sql: `select public.read_notices('{}')`, answer: forResidents('answers') },
    },
    'private.read_notices(uuid[])': {
      granted: residents,
      call: { sql: `select private.read_notices('{}')`, answer: forResidents('answers') },
    },
    'public.take_mail(integer)': {
      granted: ['service_role'],
      call: { sql: 'select * from public.take_mail()', answer: forNobody },
    },
    'private.take_mail(integer)': {
      granted: ['service_role'],
      call: { sql: 'select * from private.take_mail(1)', answer: forNobody },
    },
    'public.finish_mail(bigint,text)': {
      granted: ['service_role'],
      call: { sql: 'select public.finish_mail(0)', answer: forNobody },
    },
    'private.finish_mail(bigint,text)': {
      granted: ['service_role'],
      call: { sql: 'select private.finish_mail(0, null)', answer: forNobody },
    },
    'public.do_due_work()': {
      granted: ['service_role'],
      call: { sql: 'select * from public.do_due_work()', answer: forNobody },
    },
    'private.do_due_work()': {
      granted: ['service_role'],
      call: { sql: 'select * from private.do_due_work()', answer: forNobody },
    },
    'private.notify(uuid,text,jsonb,text,text,boolean)': {
      granted: noRole,
      call: {
        sql: `select private.notify(auth.uid(), 'forged', '{}', '/', 'forged', true)`,
        answer: forNobody,
      },
    },
    'private.forget_staff_sessions()': { granted: noRole },
  },
  async leaveTraces({ id }) {
    await sql`select private.notify(${id}, 'test', '{}', '/', 'trace', true)`;
  },
};
