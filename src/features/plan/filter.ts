import { z } from 'zod';
import { type TownCode, townCodes } from '../../lib/towns';
import { type Project, type ProjectType, projectTypeCodes } from './schema';
import type { ProjectFilter } from './totals';

export type FilterChoices = {
  types: ProjectType[];
  towns: TownCode[];
  organisations: string[];
};

/** What the form offers: only what occurs in at least one project. */
export const choicesIn = (projects: readonly Project[]): FilterChoices => ({
  types: projectTypeCodes.filter((type) => projects.some((project) => project.type === type)),
  towns: townCodes.filter((town) => projects.some((project) => project.towns.includes(town))),
  organisations: [...new Set(projects.flatMap((project) => project.responsible))],
});

/** A value the form does not offer counts as not given: old links and typing errors still show a page. */
const oneOf = <Code extends string>(codes: readonly Code[]) =>
  z.enum(codes).optional().catch(undefined);

/** The filter that an address asks for, such as `?type=culture&town=&organisation=`. */
export const parseFilter = (query: URLSearchParams, choices: FilterChoices): ProjectFilter =>
  z
    .object({
      type: oneOf(choices.types),
      town: oneOf(choices.towns),
      organisation: oneOf(choices.organisations),
    })
    .parse(Object.fromEntries(query));

export const isFiltered = (filter: ProjectFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);
