import { z } from 'zod';
import { bilingual } from '../../i18n/bilingual';
import { caseFacts } from '../case-studies/schema';
import { indicator, organisation, organisationCode, project } from '../plan/schema';

// What the files for machines hold. The files are checked against this, and their description is made of it.

const address = z.url().describe('An absolute address.');
export const addresses = z
  .object({ zh: address, en: address })
  .describe('The page in each language.');
const moment = z.iso.datetime().describe('A moment in UTC.');
const day = z.iso.date().describe('A day in Asia/Shanghai.');

/** A file of rows, with what they are and where they are explained. */
export const listOf = <Row extends z.ZodType>(row: Row, source: string) =>
  z.object({
    about: address.describe('The page that explains this file.'),
    licence: z
      .string()
      .nullable()
      .describe('The terms as SPDX names them; null as long as the organiser has not set any.'),
    source: bilingual.describe(source),
    items: z.array(row),
  });

export const plan = 'Where the facts come from.';

// How a figure or a case is drawn, and where its page leads on to, is the site's own.
const { drawing, ...figure } = caseFacts.shape.figures.element.shape;

export const cases = listOf(
  caseFacts.omit({ vignette: true, related: true, figures: true }).extend({
    id: z.string().describe('Stable: the last part of the addresses.'),
    url: addresses,
    title: bilingual,
    summary: bilingual,
    towns: caseFacts.shape.towns.describe(
      'Empty where the plan names none, or means the whole city.',
    ),
    figures: z.array(z.object(figure)),
  }),
  plan,
);

export const section = z.string().describe('Where the plan says it, as the plan counts its parts.');

const named = organisation.extend({ id: organisationCode });

export const indicators = listOf(
  indicator.omit({ departments: true }).extend({
    id: z.string().describe('Stable: `indicator-` and the number in the plan’s table.'),
    url: addresses,
    section,
    departments: z.array(named),
  }),
  plan,
);

export const projects = listOf(
  project.omit({ responsible: true }).extend({
    id: z.string().describe('Stable: `project-` and the number in the plan’s annex.'),
    url: addresses,
    section,
    responsible: z.array(named),
    investment: project.shape.investment.describe(
      'In ten thousand yuan; null where the plan gives none, which is not zero.',
    ),
  }),
  plan,
);

const session = z.object({
  id: z.uuid().describe('Stable.'),
  startsAt: moment,
  endsAt: moment,
  place: bilingual,
  capacity: z.int().nonnegative(),
  seatsFree: z.int().describe('Seats nobody holds; people on a waiting list come first.'),
  isCancelled: z.boolean(),
});

export const events = listOf(
  z.object({
    id: z.string().describe('Stable: the last part of the addresses.'),
    url: addresses,
    kind: z.string(),
    theme: z.string().nullable(),
    title: bilingual,
    summary: z
      .object({ zh: z.string(), en: z.string() })
      .describe('Empty where the base has written none.'),
    languages: z.array(z.string()).describe('zh-CN, en, or yiwu for the speech of Yiwu.'),
    minimumAge: z.int().nullable(),
    maximumAge: z.int().nullable(),
    town: z
      .string()
      .describe(
        'An id of `towns.json`; in time the database may know a town before that file does.',
      ),
    base: bilingual.extend({ id: z.string(), url: addresses }),
    publishedAt: moment,
    isDemo: z.boolean().describe('True for what only shows how the site works.'),
    sessions: z.array(session).min(1).describe('The earliest first.'),
  }),
  'Who says so: the education bases.',
);

export const coins = listOf(
  z.object({
    id: z.string().describe('Stable: the name of the file without its ending.'),
    title: bilingual,
    what: bilingual,
    csv: address,
    json: address,
    columns: z
      .record(z.string(), z.string())
      .describe('What each column holds, in their order: coins, fen, count, day, share and so on.'),
  }),
  'Where the figures come from: the books of the green coins.',
);

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const satisfaction = listOf(
  z.object({
    id: z.uuid().describe('Stable.'),
    url: addresses,
    title: bilingual,
    series: z
      .enum(['sampled', 'open'])
      .describe('Only a sampled survey counts for indicator 17; an open one is for whoever likes.'),
    opensOn: day,
    closesOn: day,
    isDemo: z.boolean().describe('True for what only shows how the site works.'),
    releasedAt: moment,
    replaces: z.uuid().nullable(),
    replacedBy: z.uuid().nullable().describe('Null where this is the figure that stands.'),
    sha256: z.string().describe('Of the file `content`, to the byte.'),
    content: address.describe('Everything that is published of it.'),
    overall: z
      .object({
        valid: z.int().describe('Valid answers.'),
        share: interval.describe('Satisfied or fairly satisfied, 0–1, with its 95 % interval.'),
      })
      .nullable()
      .describe('Null where there are too few answers to be shown.'),
  }),
  'Where the figures come from: released surveys.',
);

export const feed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: address,
    feed_url: address,
    description: z.string(),
    language: z.string(),
    items: z.array(
      z.object({
        id: address.describe('Stable.'),
        url: address,
        title: z.string(),
        summary: z.string().optional(),
        content_text: z.string(),
        date_published: moment.optional().describe('Of events; the cases carry no date.'),
        tags: z.array(z.string()),
      }),
    ),
  })
  .describe('A JSON Feed 1.1, https://jsonfeed.org/version/1.1.');
