// Points where a code proves an action, made fresh by SQL, and the codes they show.
import { randomInt, randomUUID } from 'node:crypto';
import { sql } from './database.ts';
import { alphabet, codeOf } from './point-codes.ts';

export interface Point {
  id: string;
  handle: string;
}

/** Columns of a point that a test chooses; what is left out is a printed one that is always open. */
export interface PointOptions {
  kind?: 'screen' | 'printed';
  opens?: string;
  closes?: string;
  weekdays?: number[];
  valid_from?: string;
  valid_until?: string;
  daily_limit?: number;
  latitude?: number;
  longitude?: number;
  radius_m?: number;
  is_open?: boolean;
}

/** A point of an action. */
export async function newPoint(actionCode: string, options: PointOptions = {}): Promise<Point> {
  const row = {
    id: randomUUID(),
    handle: Array.from({ length: 4 }, () => alphabet[randomInt(31)]).join(''),
    action_code: actionCode,
    name_zh: '测试点',
    name_en: 'Test point',
    town_code: 'fotang',
    kind: 'printed',
    ...options,
  };
  const made = await sql`
    insert into public.action_points ${sql(row as unknown as Record<string, string>)}
    on conflict (handle) do nothing returning id`;
  // Among hundreds of points two may draw the same handle.
  return made.length > 0 ? row : newPoint(actionCode, options);
}

/** What a point shows: so many steps of 60 seconds from now on a screen, its one code on a poster. */
export async function shownAt(point: Point, offset = 0): Promise<string> {
  const [row] = await sql`
    select p.kind, s.secret, floor(extract(epoch from now()) / 60)::integer as step
    from public.action_points p join private.point_secrets s on s.point_id = p.id
    where p.id = ${point.id}`;
  if (!row) throw new Error('There is no such point.');
  return codeOf(point.handle, row.secret, row.kind === 'printed' ? 0 : row.step + offset);
}
