import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { indicator, organisation, project } from './schema';

/** Gives each row of a table its number as id, so that Astro warns when a number appears twice. */
export const rowsByNumber = (text: string) =>
  (JSON.parse(text) as { number: number }[]).map((row) => ({ id: String(row.number), ...row }));

export const indicators = defineCollection({
  loader: file('src/content/plan/indicators.json', { parser: rowsByNumber }),
  schema: indicator,
});

export const projects = defineCollection({
  loader: file('src/content/plan/projects.json', { parser: rowsByNumber }),
  schema: project,
});

/** Keyed by organisation code, which becomes the id. */
export const organisations = defineCollection({
  loader: file('src/content/plan/organisations.json'),
  schema: organisation,
});
