// Who may do what with the public calendar.
import { clients, forEveryone, type RoomPermissions } from './words.ts';

export const calendar: RoomPermissions = {
  functions: {
    'public.count_coming_sessions(public.event_theme,integer,text,boolean)': {
      granted: clients,
      call: { sql: 'select * from public.count_coming_sessions()', answer: forEveryone('answers') },
    },
  },
};
