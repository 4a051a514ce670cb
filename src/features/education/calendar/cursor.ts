/** Where a page of the calendar begins: behind the session that started then and has this id. */
export interface Cursor {
  startsAt: string;
  id: string;
}

const pattern =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The cursor an address carries; undefined when it carries none, or none that can be read. */
export function parseCursor(text: string | null): Cursor | undefined {
  const [, startsAt, id] = text?.match(pattern) ?? [];
  return startsAt && id && !Number.isNaN(Date.parse(startsAt)) ? { startsAt, id } : undefined;
}

/** The cursor behind a session, for an address. */
export const cursorBehind = ({ startsAt, id }: { startsAt: Date; id: string }): string =>
  `${startsAt.toISOString()}_${id}`;
