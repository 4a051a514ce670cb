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
 * Adds the headers to the file of the node adapter that says with which ones each prebuilt page is
 * served (lib/front/files.ts). Every path ends in a slash, as the pages' addresses do.
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
        await writeFile(file, JSON.stringify(pages));
      },
    },
  };
}
