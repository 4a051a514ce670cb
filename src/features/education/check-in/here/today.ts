import { parseMoment } from '../../../../lib/dates';

const around = 12 * 60 * 60 * 1000;

/** Whether a session takes check-ins by the changing code: from twelve hours before to twelve after. */
export const isOnToday = (session: { starts_at: string; ends_at: string }, now: Date): boolean =>
  now.getTime() >= parseMoment(session.starts_at).getTime() - around &&
  now.getTime() <= parseMoment(session.ends_at).getTime() + around;
