import lighthouse from 'lighthouse';
import type { Target } from './targets.ts';

/** Scores of 100, milliseconds, and the shift of the layout. */
export interface Figures {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcp: number;
  tbt: number;
  cls: number;
  /** All that was sent on a first visit, headers included. */
  bytes: number;
}

export interface Run {
  figures: Figures;
  /** What cost points outside of performance, by the names of Lighthouse's audits. */
  faults: string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Opens a page in the browser on that port as Lighthouse's slow phone does, with nothing cached. */
export async function audit(origin: string, target: Target, port: number): Promise<Run> {
  const result = await lighthouse(`${origin}${target.path}`, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: categories,
    ...(target.isUnlisted && { skipAudits: ['is-crawlable'] }),
  });
  const report = result?.lhr;
  if (!report || report.runtimeError) {
    throw new Error(
      `${target.path}: ${report?.runtimeError?.message ?? 'Lighthouse says nothing.'}`,
    );
  }
  const score = (name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const value = (name: string) => report.audits[name]?.numericValue ?? Number.NaN;
  const faults = categories
    .slice(1)
    .flatMap((category) =>
      (report.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id),
    );
  return {
    figures: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      lcp: Math.round(value('largest-contentful-paint')),
      tbt: Math.round(value('total-blocking-time')),
      cls: Number(value('cumulative-layout-shift').toFixed(3)),
      bytes: value('total-byte-weight'),
    },
    faults,
  };
}
