import { z } from 'zod';
import { dataFiles, type Unit } from '../transparency/data/files';
import type { FileName } from './files';
import * as plan from './plan-schema';
import * as schema from './schema';

/** A value of each unit, as JSON has it. */
const values: Record<Unit, z.ZodType> = {
  coins: z.int(),
  fen: z.int(),
  count: z.int(),
  hours: z.number(),
  share: z.number(),
  ratio: z.number(),
  day: z.iso.date(),
  month: z.iso.date(),
  year: z.int(),
  moment: z.string(),
  code: z.string(),
  text: z.string(),
  hash: z.string(),
  flag: z.boolean(),
};

/** A file of the books: its columns by their units; whatever is not known is null. */
const fileSchema = (columns: Record<string, Unit>) =>
  z.object({
    file: z.string(),
    schema: z.url(),
    licence: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    rows: z.array(
      z.object(
        Object.fromEntries(
          Object.entries(columns).map(([name, unit]) => [name, values[unit].nullable()]),
        ),
      ),
    ),
  });

interface Described {
  path: string;
  name: string;
  summary: string;
  schema: z.ZodType;
  /** True where days can be asked for. */
  hasRange?: true;
}

const named = (name: FileName, of: z.ZodType, summary: string): Described => ({
  path: `/data/${name}.json`,
  name,
  summary,
  schema: of,
});

/** Every address that gives data, with what it gives. */
export const described: Described[] = [
  named('cases', schema.cases, 'The eight cases of the plan'),
  named(
    'indicators',
    schema.indicators,
    'The twenty indicators: targets for 2024 and where the city stood in 2021',
  ),
  named(
    'projects',
    schema.projects,
    'The thirty-seven projects: years, investment, who answers for them',
  ),
  named('figures', plan.figures, 'Figures of the plan outside its tables'),
  named('waters', plan.waters, 'Rivers, protected sources of water and parks the plan names'),
  named('sights', plan.sights, 'Table 1: sights and former homes'),
  named('cultures', plan.cultures, 'Table 2: eight cultures'),
  named('protected-sites', plan.protectedSites, 'Table 3: buildings protected by the state'),
  named('intangible', plan.intangible, 'Table 4: intangible heritage'),
  named('farming', plan.farming, 'Table 5: specialities, parks, brands and companies of farming'),
  named('clusters', plan.clusters, 'Table 6: industrial clusters'),
  named('towns', plan.towns, 'The fourteen towns and subdistricts, with what belongs to each'),
  named(
    'departments',
    plan.departments,
    'Bodies that supply indicators or answer for projects, with which',
  ),
  named('events', schema.events, 'Events of the last month and to come, with their sessions'),
  named('coins', schema.coins, 'The files of the green-coin books'),
  named('satisfaction', schema.satisfaction, 'Every released figure of public satisfaction'),
  {
    path: '/data/feed.json',
    name: 'feed',
    summary: 'Cases and coming events as a JSON Feed, in Chinese',
    schema: schema.feed,
  },
  {
    path: '/en/data/feed.json',
    name: 'feed',
    summary: 'Cases and coming events as a JSON Feed, in English',
    schema: schema.feed,
  },
  ...Object.entries(dataFiles).map(
    ([name, columns]): Described => ({
      path: `/transparency/data/${name}.json`,
      name: `coins-${name}`,
      summary: `The green-coin books: ${name}`,
      schema: fileSchema(columns),
      hasRange: true,
    }),
  ),
];

const dayParameter = (name: string, what: string) => ({
  name,
  in: 'query',
  required: false,
  description: what,
  schema: { type: 'string', format: 'date' },
});

const operation = ({ path, name, summary, hasRange }: Described) => ({
  get: {
    operationId: path
      .slice(1)
      .replace(/\.json$/, '')
      .replace(/\//g, '-'),
    summary,
    ...(hasRange && {
      parameters: [
        dayParameter('from', 'The first day, in Asia/Shanghai.'),
        dayParameter('to', 'The last day; 400 days at most.'),
      ],
    }),
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
      },
      ...(hasRange && { 400: { description: 'The range of days cannot be given; RFC 9457.' } }),
      503: { description: 'The database is away; come back after `Retry-After`.' },
    },
  },
});

/** The description of all of it as OpenAPI 3.1 has it, made of the schemas the answers are checked against. */
export const openApi = (site: URL, version: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Green Yiwu',
    version,
    summary: 'Open data, read only; no key, from any page.',
    description: `Explained at ${new URL('/data/', site).href} (Chinese) and ${new URL('/en/data/', site).href} (English).`,
  },
  servers: [{ url: site.origin }],
  paths: Object.fromEntries(described.map((one) => [one.path, operation(one)])),
  components: {
    schemas: Object.fromEntries(
      described.map(({ name, schema: of }) => {
        const { $schema, ...rest } = z.toJSONSchema(of, { io: 'output' });
        return [name, rest];
      }),
    ),
  },
});
