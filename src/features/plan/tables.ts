import { getCollection } from 'astro:content';
import type { Indicator, Organisation, Project } from './schema';

export const inOrder = <Row extends { number: number }>(entries: { data: Row }[]): Row[] =>
  entries.map(({ data }) => data).sort((a, b) => a.number - b.number);

/** The plan's tables as the pages read them: rows in the plan's order, bodies by their code. */
export const readIndicators = async (): Promise<Indicator[]> =>
  inOrder(await getCollection('indicators'));

export const readProjects = async (): Promise<Project[]> =>
  inOrder(await getCollection('projects'));

export const readOrganisations = async (): Promise<Map<string, Organisation>> =>
  new Map((await getCollection('organisations')).map(({ id, data }) => [id, data]));
