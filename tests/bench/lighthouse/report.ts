import { printTable } from '../figures.ts';
import { limits } from '../limits.ts';
import type { measureLighthouse } from './index.ts';

type Lighthouse = Awaited<ReturnType<typeof measureLighthouse>>;
type Page = Lighthouse['pages'][number];

export function printLighthouse({ pages, visit, runs }: Lighthouse): void {
  printTable(
    `Lighthouse, mobile, medians of ${runs} runs; LCP and TBT in ms, simulated slow 4G and CPU`,
    ['page', 'perf.', 'access.', 'practices', 'SEO', 'LCP', 'TBT', 'CLS', 'bytes', 'faults'],
    pages.map((page) => [
      page.path,
      page.performance,
      page.accessibility,
      page.bestPractices,
      page.seo,
      page.lcp,
      page.tbt,
      page.cls,
      page.bytes,
      page.faults.join(' '),
    ]),
  );
  printTable(
    'One walk, bytes that travel on each page, all of them, headers included',
    ['page', 'bytes'],
    visit.map(({ path, bytes }) => [path, bytes]),
  );
}

function pageFailuresOf(page: Page): string[] {
  const bars: [string, number, boolean][] = [
    ['performance', page.performance, page.performance < limits.lighthouse.performance],
    ['accessibility', page.accessibility, page.accessibility < 100],
    ['best practices', page.bestPractices, page.bestPractices < 100],
    ['SEO', page.seo, page.seo < 100],
    ['LCP', page.lcp, page.lcp > limits.lighthouse.lcp],
    ['TBT', page.tbt, page.isContent && page.tbt > 0],
    ['CLS', page.cls, page.cls > 0],
  ];
  return bars
    .filter(([, , isMissed]) => isMissed)
    .map(([name, value]) => `${page.path}: Lighthouse's ${name} is ${value}.`);
}

/** Each bar that a page does not reach, as a sentence. */
export function lighthouseFailures({ pages, visit }: Lighthouse): string[] {
  const over = visit
    .map(({ path, bytes }, at) => ({
      path,
      bytes,
      limit: at === 0 ? limits.firstVisit : limits.nextPage,
    }))
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ path, bytes, limit }) => `${path}: ${bytes} bytes travelled, over ${limit}.`);
  return [...pages.flatMap(pageFailuresOf), ...over];
}
