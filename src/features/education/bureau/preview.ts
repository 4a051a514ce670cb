import type { Locale } from '../../../i18n/locale';
import { type CalendarSession, sessionOf } from '../calendar/session';
import type { DeskEvent } from './api';

/** The sessions of an event as its page will show them, before the calendar has it. */
export const sessionsOfDraft = (event: DeskEvent, locale: Locale): CalendarSession[] =>
  event.event_sessions
    .map((session) =>
      sessionOf(
        {
          ...event,
          ...session,
          session_id: session.id,
          event_id: event.id,
          seats_free: session.capacity - session.seats_taken,
          session_status: session.status,
          event_status: event.status,
          published_at: event.published_at ?? session.opens_at,
          changed_at: session.opens_at,
          sequence: 0,
          cancel_reason_zh: '',
          cancel_reason_en: '',
          base_name_zh: event.bases.name_zh,
          base_name_en: event.bases.name_en,
          base_slug: event.bases.slug,
          base_kind: 'village',
          search_text: '',
          town_code: event.bases.town_code,
        },
        locale,
      ),
    )
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
