import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig, envField } from 'astro/config';
import { minifySync } from 'vite';
import { codeVersion } from './scripts/code-version.mjs';
import { searchIndex } from './src/features/search/index-site.mjs';
import { englishRoutes } from './src/i18n/english-routes.mjs';
import { nodeBehindFront } from './src/lib/front/adapter.mjs';
import { compressed } from './src/lib/front/compress.mjs';
import { nginxIncludes } from './src/lib/front/nginx.mjs';
import { oneSheet } from './src/lib/front/one-sheet.mjs';
import { offlineShell } from './src/lib/offline/shell.mjs';
import { offlineSite } from './src/lib/offline/site.mjs';
import { securityHeaders } from './src/lib/security-headers.mjs';

/** What stands inside a page, the policy knows by its hash. */
const hashOf = (/** @type {string} */ text) =>
  /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`);
// The one runs before the first paint; the other, as a file, would be asked for before the style sheet.
const { code: preferences } = minifySync(
  'preferences.js',
  readFileSync('./src/components/preferences.js', 'utf8'),
);
const ahead = JSON.stringify(JSON.parse(readFileSync('./src/components/ahead.json', 'utf8')));
const buildId = process.env.BUILD_ID || new Date().toISOString();
const api = new URL(process.env.PUBLIC_SUPABASE_URL || 'http://127.0.0.1:54321').origin;
// Where answers to surveys are sent, if another server than the site's own takes them.
const answers = process.env.PUBLIC_ANSWERS_URL && new URL(process.env.PUBLIC_ANSWERS_URL).origin;
const site = process.env.SITE_URL || `http://127.0.0.1:${process.env.PORT || 4321}`;

export default defineConfig({
  site,
  outDir: process.env.SITE_DIR || './dist',
  output: 'static',
  trailingSlash: 'ignore',
  adapter: nodeBehindFront({
    staticHeaders: true,
    bodySizeLimit: 65_536,
    // An answer begins when all of it is known: only then can a room say how long it may be cached,
    // renew a session cookie, or fail with the right status.
    experimentalDisableStreaming: true,
  }),
  integrations: [
    preact(),
    englishRoutes(),
    oneSheet(),
    sitemap({
      i18n: { defaultLocale: 'zh', locales: { zh: 'zh-CN', en: 'en' } },
      customSitemaps: [new URL('/sitemap-education.xml', site).href],
      filter: (page) => !/\/(bureau|merchant|vouchers|inbox|check-in|offline|404)\//.test(page),
    }),
    securityHeaders(),
    searchIndex(buildId),
    offlineShell(['/check-in/', '/points/screen/']),
    offlineSite(),
    nginxIncludes(),
    // The last: it compresses what all others have written.
    compressed(),
  ],
  i18n: {
    locales: ['zh-CN', 'en'],
    defaultLocale: 'zh-CN',
    routing: { prefixDefaultLocale: false, redirectToDefaultLocale: false },
  },
  env: {
    schema: {
      PUBLIC_SUPABASE_URL: envField.string({ context: 'client', access: 'public', url: true }),
      PUBLIC_SUPABASE_PUBLISHABLE_KEY: envField.string({ context: 'client', access: 'public' }),
      // Fingerprints of the keys that sign tokens of surveys, and where answers are sent if not here.
      PUBLIC_SURVEY_KEYS: envField.string({ context: 'client', access: 'public', default: '' }),
      PUBLIC_ANSWERS_URL: envField.string({
        context: 'client',
        access: 'public',
        optional: true,
        url: true,
      }),
      // The folder of their private keys; only where tokens are signed.
      SURVEY_KEYS_DIR: envField.string({ context: 'server', access: 'secret', optional: true }),
      // What /jobs/ needs: the key it is called with, the project's secret key, and the way of the mail.
      JOBS_KEY: envField.string({ context: 'server', access: 'secret', optional: true, min: 24 }),
      SUPABASE_SECRET_KEY: envField.string({ context: 'server', access: 'secret', optional: true }),
      SMTP_URL: envField.string({
        context: 'server',
        access: 'secret',
        optional: true,
        startsWith: 'smtp',
      }),
      MAIL_FROM: envField.string({ context: 'server', access: 'secret', optional: true }),
    },
    validateSecrets: true,
  },
  markdown: { syntaxHighlight: false },
  cache: { provider: { name: 'page-cache', entrypoint: './src/lib/page-cache-provider.ts' } },
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        ['connect-src', "'self'", api, answers].filter(Boolean).join(' '),
      ],
      scriptDirective: { hashes: [hashOf(preferences), hashOf(ahead)] },
    },
  },
  vite: {
    build: { assetsInlineLimit: 0 },
    define: {
      'import.meta.env.PREFERENCES': JSON.stringify(preferences),
      'import.meta.env.BUILD_ID': JSON.stringify(buildId),
      'import.meta.env.CODE_VERSION': JSON.stringify(codeVersion()),
    },
  },
});
