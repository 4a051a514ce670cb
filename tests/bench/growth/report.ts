import { printTable } from '../figures.ts';
import { limits } from '../limits.ts';
import type { measureGrowth } from './index.ts';

type Growth = Awaited<ReturnType<typeof measureGrowth>>;

export function printGrowth({ builds, steps }: Growth): void {
  printTable(
    'Builds of so many articles in both languages',
    ['articles', 'pages', 'seconds', 'CPU s', 'memory, MB', 'CPU ms per page added'],
    builds.map(({ articles, pages, seconds, cpu, memory }, at) => [
      articles,
      pages,
      seconds,
      cpu,
      Math.ceil(memory / 2 ** 20),
      steps[at - 1]?.perPage,
    ]),
  );
}

/** Each limit a build does not keep, as a sentence. */
export function growthFailures({ builds, steps }: Growth): string[] {
  const { seconds, memory, steeper } = limits.build;
  const [first, last] = [steps[0], steps.at(-1)];
  return [
    ...builds
      .filter(({ articles, listed }) => listed !== articles)
      .map(
        ({ articles, listed }) =>
          `Of ${articles} articles ${listed} stand on the pages of their list.`,
      ),
    ...builds
      .filter((build) => build.seconds > seconds)
      .map((build) => `${build.articles} articles take ${build.seconds} s, over ${seconds}.`),
    ...builds
      .filter((build) => build.memory > memory)
      .map((build) => `${build.articles} articles take ${build.memory} bytes, over ${memory}.`),
    ...(first && last && last.perPage > first.perPage * steeper
      ? [
          `A page added costs ${last.perPage} ms of CPU at the end, ${first.perPage} ms at the beginning.`,
        ]
      : []),
  ];
}
