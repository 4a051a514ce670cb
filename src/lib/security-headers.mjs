import { readFile, writeFile } from 'node:fs/promises';

/** Headers of every answer of the site, besides the content security policy Astro writes. */
export const headersOfEveryPage = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/**
 * Adds the headers to the file from which the node adapter serves prebuilt pages. The adapter takes
 * the first path that contains the one asked for, so every path ends in a slash, as the pages'
 * addresses do, and the shortest come first: only then does every page get its own.
 * @returns {import('astro').AstroIntegration}
 */
export function securityHeaders() {
  return {
    name: 'security-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const file = new URL('../_headers.json', dir);
        const pages = JSON.parse(await readFile(file, 'utf8'));
        const extra = Object.entries(headersOfEveryPage).map(([key, value]) => ({ key, value }));
        for (const page of pages) {
          page.pathname = page.pathname.replace(/\/?$/, '/');
          page.headers.push(...extra);
        }
        pages.sort((a, b) => a.pathname.length - b.pathname.length);
        await writeFile(file, JSON.stringify(pages));
      },
    },
  };
}
