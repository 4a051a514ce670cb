import { join } from 'node:path';
import { projectDir, type StackConfig } from '../../supabase/local/config.ts';

/** A whole number from the environment. */
function whole(name: string, fallback: number): number {
  const value = Number(process.env[name] || fallback);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name}=${process.env[name]} is not a whole number above 0.`);
}

/** The bench's own stack, beside whatever else runs on this machine. */
export const stackConfig: StackConfig = {
  sitePort: whole('BENCH_PORT', 4861),
  apiPort: whole('BENCH_API_PORT', 55_861),
  dbPort: whole('BENCH_DB_PORT', 55_862),
  mailPort: whole('BENCH_MAIL_PORT', 55_864),
  dataDir: join(projectDir, '.data-bench'),
  siteDir: join(projectDir, '.data-bench-site'),
};

/** Length of one run of pgbench. */
export const ledgerSeconds = whole('BENCH_SECONDS', 8);
/** Length of one run of autocannon. */
export const serverSeconds = whole('BENCH_SERVER_SECONDS', 3);
/** Every figure of speed is the median of so many runs, and the runs of all designs take turns. */
export const rounds = 3;

/** How often each list of the console is asked for. */
export const listRequests = whole('BENCH_LIST_REQUESTS', 40);

/** How many answers arrive a minute, and for how many minutes. */
export const answersPerMinute = whole('BENCH_ANSWERS', 2_000);
export const answerMinutes = whole('BENCH_ANSWER_MINUTES', 5);

/** How often each call is asked of each of the two sizes. */
export const scaleRequests = whole('BENCH_SCALE_REQUESTS', 400);
/** The city's size is divided by this, to try the bench. */
export const scaleDown = whole('BENCH_SCALE_DOWN', 1);

/** How often Lighthouse opens each page, which pages (all, unless some are named), and where it finds the browser. */
export const lighthouseRuns = whole('BENCH_LIGHTHOUSE_RUNS', 5);
export const lighthousePages = process.env.BENCH_LIGHTHOUSE_PAGES?.split(',');
export const lighthousePort = whole('BENCH_LIGHTHOUSE_PORT', 4_865);

/** How many articles the site is built with. */
export const growthSizes = (process.env.BENCH_GROWTH_SIZES || '8,500,1000,2000')
  .split(',')
  .map(Number);

export const parts = [
  'estimate',
  'growth',
  'pages',
  'lighthouse',
  'server',
  'lists',
  'answers',
  'ledger',
  'scale',
] as const;
export type Part = (typeof parts)[number];

/** What to measure: everything, unless BENCH_PARTS names some, as in `BENCH_PARTS=pages,server`. */
export const chosenParts = (process.env.BENCH_PARTS || parts.join()).split(',').map((name) => {
  const part = parts.find((known) => known === name);
  if (!part) throw new Error(`BENCH_PARTS names ${name}: there are ${parts.join(', ')}.`);
  return part;
});
