import { globSync } from 'node:fs';

const pages = new URL('../pages/', import.meta.url);

/** What has one address for both languages: what machines ask for, and the page for what is not there. */
const once = new Set([
  '404.astro',
  'healthz.ts',
  'jobs.ts',
  'sitemap-education.xml.ts',
  'act/log/[id]/photo.ts',
  'data/[file].ts',
  'llms.txt.ts',
  'openapi.json.ts',
  'feedback/[number]/photos/[photo].ts',
  'rewards/pictures/[reward]/[file].ts',
  'search/records.json.ts',
  'transparency/data/[file].ts',
  'wallet/receipts/[id].json.ts',
]);

/**
 * Gives every page its English twin under /en/: the same file, which reads its language from the
 * address it is asked at.
 * @returns {import('astro').AstroIntegration}
 */
export function englishRoutes() {
  return {
    name: 'english-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const file of globSync('**/*.{astro,ts}', { cwd: pages, exclude: ['_shared/**'] })) {
          if (once.has(file)) continue;
          const path = file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '');
          injectRoute({ pattern: `/en/${path}`, entrypoint: new URL(file, pages) });
        }
      },
    },
  };
}
