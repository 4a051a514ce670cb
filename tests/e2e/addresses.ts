import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';

export const caseSlugs = readdirSync(join(projectDir, 'src/content/case-studies'));

/** Pages that say everything without an account and load no script but the header's switches. */
export const contentPages = [
  '/',
  '/cases/',
  ...caseSlugs.map((slug) => `/cases/${slug}/`),
  '/indicators/',
  '/projects/',
  '/projects/?sort=investment&order=asc&type=culture',
  '/plan/',
  '/landscape/',
  '/heritage/',
  '/farming/',
  '/industry/',
  '/towns/',
  '/towns/fotang/',
  '/towns/choujiang/',
  '/departments/',
  '/departments/ecology-environment-bureau/',
  '/departments/transport-tourism-group/',
  '/satisfaction/',
  '/satisfaction/releases/41333333-3333-4333-8333-333333333333/',
  '/privacy/',
  '/survey/secrecy/',
  '/prices/',
  '/transparency/',
  '/transparency/data/',
  '/data/',
  '/bases/',
  '/bases/?town=chengxi',
  '/bases/fenshuitang/',
  '/events/',
  '/events/?view=month',
  '/events/?view=map&town=fotang',
  '/events/?theme=ecology_day&age=3&language=en&free=yes',
  '/events/past/',
  '/certificates/',
  '/feedback/done/',
  '/feedback/done/?kind=violation&state=overdue',
  '/feedback/3/',
];

/** Pages a visitor without an account can open; one says that nothing can be read (503), the last does not exist (404). */
export const publicPages = [
  ...contentPages,
  // Signing up for it takes a script; all else is there without one.
  '/events/demo-workshop-open-day/',
  '/events/demo-hearing-bins/',
  '/bases/demo-fotang-river/',
  '/events/demo-river-walk/poster/',
  '/act/',
  '/act/?action=river-patrol',
  '/act/?action=base-visit',
  '/act/?code=FST2SQNL62DR',
  '/act/partners/',
  '/points/screen/',
  '/rewards/',
  '/fund/',
  '/rewards/?reward=33333333-3333-4333-8333-333333333333',
  '/search/',
  '/search/?q=%E7%BA%A2%E7%B3%96&town=yiting',
  '/feedback/',
  '/feedback/track/',
  '/sign-in/',
  '/transparency/verify/',
  '/survey/',
  '/wallet/',
  '/account/',
  '/inbox/',
  '/merchant/',
  '/merchant/tablet/',
  '/merchant/tablets/',
  '/merchant/settlements/',
  '/my-events/',
  '/green-code/',
  '/check-in/',
  '/check-in/here/',
  '/offline/',
  '/away/',
  '/no-such-page/',
];

/** The same page in English. */
export const inEnglish = (path: string): string => `/en${path}`;
export const bothLanguages = (paths: string[]): string[] =>
  paths.flatMap((path) => [path, inEnglish(path)]);
