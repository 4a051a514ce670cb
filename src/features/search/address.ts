import { townCodes } from '../../lib/towns';
import { type Search, searchKinds } from './entry';

/** A value the form does not offer counts as not given. Without a validator: islands load this. */
const oneOf = <Code extends string>(codes: readonly Code[], value: string | null) =>
  codes.find((code) => code === value);

/** At most so much of what was typed is looked for. */
export const longestQuery = 100;

/** The search an address asks for, such as `?q=红糖&kind=case&town=`. */
export const searchIn = (params: URLSearchParams): Search => ({
  q: (params.get('q') ?? '').trim().slice(0, longestQuery),
  kind: oneOf(searchKinds, params.get('kind')),
  town: oneOf(townCodes, params.get('town')),
});

/** The query of an address that asks for a search, beginning with `?`, or nothing. */
export function queryOf({ q, kind, town }: Search): string {
  const given = Object.entries({ q: q.trim(), kind, town }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
