import { z } from 'zod';
import { townCode } from '../../../lib/town-code';
import { kinds } from '../schema';

export const states = ['open', 'overdue', 'answered', 'confirmed'] as const;

/** A value the form does not offer counts as not given: old links and typing errors still show a page. */
const filter = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  town: townCode.optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  /** Only reports with a lower number: the page after the one that ended there. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type Filter = z.infer<typeof filter>;

/** What an address asks for, such as `?kind=complaint&town=&state=overdue&before=120`. */
export const parseFilter = (query: URLSearchParams): Filter =>
  filter.parse(Object.fromEntries(query));

/** The address of a filter: only what is given stands in it. */
export function queryOf(asked: Filter): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

export const isFiltered = ({ kind, town, state }: Filter): boolean =>
  [kind, town, state].some((value) => value !== undefined);
