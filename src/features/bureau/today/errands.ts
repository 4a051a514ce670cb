import type { Dictionary } from '../../../i18n/zh-CN';
import type { Waiting } from './api';

type Kind = keyof Dictionary['desk']['today']['kinds'];

/** Where each sort of thing is dealt with, as a path without language; `day` is today in Shanghai. */
const places: Record<Kind, (day: string) => string> = {
  pending_logs: () => '/bureau/moderation/',
  open_samples: () => '/bureau/moderation/audit/',
  received_feedback: () => '/bureau/feedback/?status=received',
  assigned_feedback: () => '/bureau/feedback/?status=assigned',
  submitted_events: () => '/bureau/events/?status=submitted',
  sessions_today: (day) => `/bureau/events/sessions/?day_from=${day}&day_to=${day}`,
  nearly_out: () => '/bureau/rewards/?low=1',
  open_waves: () => '/bureau/waves/?state=open',
};

/** Something that waits, with the place where it is dealt with. */
export interface Errand {
  kind: Kind;
  number: number;
  late: number;
  since: string | undefined;
  path: string;
}

/** What waits, the late things first and what there is none of left out. */
export const errandsOf = (waiting: readonly Waiting[], day: string): Errand[] =>
  waiting
    .filter(({ what, number }) => number > 0 && what in places)
    .map(({ what, number, late, since }) => {
      const kind = what as Kind;
      return { kind, number, late, since: since ?? undefined, path: places[kind](day) };
    })
    .sort((one, other) => Number(other.late > 0) - Number(one.late > 0));
