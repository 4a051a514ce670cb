// Who may see the lists of bases, events and sessions at the bureau's desk: hosts and editors, in their reach.
import { type RoomPermissions, readOnly, signedIn } from './words.ts';

const staff = signedIn('nothing', { host: 'all', editor: 'all' });

export const educationLists: RoomPermissions = {
  relations: {
    'public.desk_bases': readOnly(staff, { behind: 'public.bases' }),
    'public.desk_events': readOnly(staff, { behind: 'public.events' }),
    'public.desk_sessions': readOnly(staff, { behind: 'public.event_sessions' }),
  },
};
