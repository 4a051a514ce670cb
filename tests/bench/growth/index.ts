import { fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../../supabase/local/config.ts';
import { cut } from '../figures.ts';
import { growthSizes } from '../settings.ts';
import { writeArticles } from './articles.ts';

const folder = join(projectDir, '.data-bench-growth');

async function buildWith(articles: number) {
  rmSync(folder, { recursive: true, force: true });
  writeArticles(join(folder, 'articles'), articles);
  const site = join(folder, 'site');
  const child = fork(join(import.meta.dirname, 'build.ts'), {
    cwd: projectDir,
    env: {
      ...process.env,
      CASES_DIR: join(folder, 'articles'),
      SITE_DIR: site,
      BENCH_CACHE_DIR: join(folder, 'cache'),
      SITE_URL: 'https://green-yiwu.example',
      PUBLIC_SUPABASE_URL: 'https://api.green-yiwu.example',
      PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_bench',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [
    { seconds: number; cpu: number; memory: number } | number | null,
  ];
  await ended;
  if (typeof told !== 'object' || told === null) {
    throw new Error(`The build of ${articles} articles ended with ${told}.`);
  }
  const pages = globSync('client/**/index.html', { cwd: site }).length;
  const listed = new Set(
    globSync('client/cases/{index.html,page/*/index.html}', { cwd: site }).flatMap(
      (file) => readFileSync(join(site, file), 'utf8').match(/(?<=<h2[^>]*><a href=")[^"]+/g) ?? [],
    ),
  ).size;
  const { seconds, cpu, memory } = told;
  return { articles, listed, pages, seconds: cut(seconds, 1), cpu: cut(cpu, 1), memory };
}

/** How long the site takes to build, and how much memory, as its articles grow in number. */
export async function measureGrowth() {
  const builds: Awaited<ReturnType<typeof buildWith>>[] = [];
  for (const size of growthSizes) builds.push(await buildWith(size));
  rmSync(folder, { recursive: true, force: true });
  const steps = builds.slice(1).map((build, at) => {
    const before = builds[at] as (typeof builds)[number];
    const cost = (1_000 * (build.cpu - before.cpu)) / (build.pages - before.pages);
    return { from: before.articles, to: build.articles, perPage: cut(cost, 2) };
  });
  return { builds, steps };
}
