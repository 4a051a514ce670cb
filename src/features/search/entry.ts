import type { TownCode } from '../../lib/towns';

/** What can be found. Cases, indicators, projects and pages lie in the index; events and bases in the database. */
export const searchKinds = ['case', 'indicator', 'project', 'event', 'base', 'page'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Something that can be found, in the reader's language. */
export interface Entry {
  kind: SearchKind;
  /** Its address with language. */
  path: string;
  title: string;
  /** What is searched besides the title. */
  text: string;
  /** The code of its town. */
  town?: string | undefined;
  /** Its next day, in words. */
  when?: string | undefined;
  isCancelled?: boolean | undefined;
  isDemo?: boolean | undefined;
}

/** What somebody looks for. */
export interface Search {
  q: string;
  kind?: SearchKind | undefined;
  town?: TownCode | undefined;
}

export const isEmpty = ({ q, kind, town }: Search): boolean => !q.trim() && !kind && !town;
