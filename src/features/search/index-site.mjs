import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { indexFolder } from './index-folder.mjs';

/** Pagefind's own pages and styles, which the site does not use. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;
/** Texts of found pages come in so many files a language: a search costs a few requests, not one a page. */
const fragmentFiles = 12;

/** What a step answered, or an error that ends the build: a site whose search is broken is not put up. */
async function answered(step) {
  const { errors, ...answer } = await step;
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(' ')}`);
  return answer;
}

/**
 * Indexes the built pages (their `data-pagefind-body`) and the records the build made of the others.
 * @param {string} buildId
 * @returns {import('astro').AstroIntegration}
 */
export function searchIndex(buildId) {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const list = new URL('./search/records.json', dir);
        const records = JSON.parse(await readFile(list, 'utf8'));
        await rm(list);
        try {
          const { index } = await answered(createIndex({ maxFragments: fragmentFiles }));
          const { page_count } = await answered(
            index.addDirectory({ path: fileURLToPath(dir), glob: '**/*.html' }),
          );
          for (const record of records) await answered(index.addCustomRecord(record));
          const { files } = await answered(index.getFiles());
          for (const { path, content } of files.filter((file) => !unused.test(file.path))) {
            const file = new URL(`.${indexFolder(buildId)}${path}`, dir);
            await mkdir(dirname(fileURLToPath(file)), { recursive: true });
            await writeFile(file, content);
          }
          logger.info(`${page_count} pages looked through, ${records.length} records added`);
        } finally {
          await close();
        }
      },
    },
  };
}
