import type { Enums } from '../../../../lib/database.types';

/** A point as it stands in its form. The database checks it: see save_point. */
export interface PointContent {
  id: string;
  action_code: string;
  name_zh: string;
  name_en: string;
  town_code: string;
  kind: Enums<'point_kind'>;
  /** HH:MM in Shanghai; empty for all day. */
  opens: string;
  closes: string;
  /** 1 is Monday. */
  weekdays: number[];
  /** YYYY-MM-DD in Shanghai; valid_until is empty for no end. */
  valid_from: string;
  valid_until: string;
  /** Null, as every empty number here, for no limit or no place. */
  daily_limit: number | null;
  latitude: number | null;
  longitude: number | null;
  radius_m: number | null;
  is_open: boolean;
}

/** A point nobody has written yet, from today (YYYY-MM-DD) on. */
export const newPoint = (actionCode: string, townCode: string, today: string): PointContent => ({
  id: crypto.randomUUID(),
  action_code: actionCode,
  name_zh: '',
  name_en: '',
  town_code: townCode,
  kind: 'screen',
  opens: '',
  closes: '',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  valid_from: today,
  valid_until: '',
  daily_limit: null,
  latitude: null,
  longitude: null,
  radius_m: null,
  is_open: false,
});

/** A point as the API gives it, for its form. */
export const contentOf = (
  row: Omit<PointContent, 'opens' | 'closes' | 'valid_until'> & {
    opens: string | null;
    closes: string | null;
    valid_until: string | null;
  },
): PointContent => ({
  id: row.id,
  action_code: row.action_code,
  name_zh: row.name_zh,
  name_en: row.name_en,
  town_code: row.town_code,
  kind: row.kind,
  opens: row.opens?.slice(0, 5) ?? '',
  closes: row.closes?.slice(0, 5) ?? '',
  weekdays: row.weekdays,
  valid_from: row.valid_from,
  valid_until: row.valid_until ?? '',
  daily_limit: row.daily_limit,
  latitude: row.latitude,
  longitude: row.longitude,
  radius_m: row.radius_m,
  is_open: row.is_open,
});
