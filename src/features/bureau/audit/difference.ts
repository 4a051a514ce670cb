import { isSame } from '../../../lib/three-way';

type Content = Record<string, unknown>;

/** One field of an audited thing before and after; empty where it was not there. */
export interface FieldDifference {
  field: string;
  before: string;
  after: string;
  isChanged: boolean;
}

const contentOf = (value: unknown): Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Content)
    : value === null || value === undefined
      ? {}
      : { value };

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** Every field of two states of a thing, what changed first. */
export function differenceOf(before: unknown, after: unknown): FieldDifference[] {
  const [was, is] = [contentOf(before), contentOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({
      field,
      before: textOf(was[field]),
      after: textOf(is[field]),
      isChanged: !isSame(was[field] ?? null, is[field] ?? null),
    }))
    .sort((one, other) => Number(other.isChanged) - Number(one.isChanged));
}
