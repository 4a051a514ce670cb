import { z } from 'zod';
import { type TownCode, townCodes } from '../../../lib/towns';

export const views = ['list', 'month', 'map'] as const;
export const themes = ['environment_day', 'ecology_day', 'biodiversity_day', 'open_day'] as const;
export const languages = ['zh-CN', 'en', 'yiwu'] as const;

/** What somebody looks for in the calendar. */
export interface CalendarFilter {
  theme?: (typeof themes)[number] | undefined;
  town?: TownCode | undefined;
  /** In years: events that somebody of this age may come to. */
  age?: number | undefined;
  language?: (typeof languages)[number] | undefined;
  /** Only sessions with a seat nobody holds. */
  free?: true | undefined;
}

/** A value the form does not offer counts as not given: old links and typing errors still show a page. */
const oneOf = <Code extends string>(codes: readonly Code[]) =>
  z.enum(codes).optional().catch(undefined);

const filterSchema = z.object({
  theme: oneOf(themes),
  town: oneOf(townCodes),
  age: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().max(120))
    .optional()
    .catch(undefined),
  language: oneOf(languages),
  free: z
    .literal('yes')
    .transform((): true => true)
    .optional()
    .catch(undefined),
});

/** The filter that an address asks for, such as `?theme=open_day&age=8&free=yes`. */
export const parseFilter = (query: URLSearchParams): CalendarFilter =>
  filterSchema.parse(Object.fromEntries(query));

export const isFiltered = (filter: CalendarFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);

/** Which view an address asks for. */
export const parseView = (query: URLSearchParams): (typeof views)[number] =>
  oneOf(views).parse(query.get('view') ?? undefined) ?? 'list';

/** The query of an address that keeps a filter, beginning with `?`, or nothing. */
export function queryOf(
  filter: CalendarFilter,
  more: Record<string, string | undefined> = {},
): string {
  const { free, age, ...rest } = filter;
  const values = { ...more, ...rest, age: age?.toString(), free: free ? 'yes' : undefined };
  const query = new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return query ? `?${query}` : '';
}
