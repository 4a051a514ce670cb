import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const icons = ['/favicon.svg', '/icon-192.png', '/icon-512.png', '/icon-maskable-512.png'];
const isText = (path) => /\.(js|css)$/.test(path);

/**
 * Every built file a page needs, also the ones it only loads later: those whose hashed names stand in
 * the page, or in a script or style sheet that is needed.
 */
async function neededBy(html, assets, read) {
  const needed = new Set();
  const texts = [html];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const asset of assets) {
      if (needed.has(asset) || !text.includes(basename(asset))) continue;
      needed.add(asset);
      if (isText(asset)) texts.push(await read(asset));
    }
  }
  return [...needed].sort();
}

/**
 * Writes a service worker beside each of these prebuilt pages, with the list of what to keep. Each language is an
 * app of its own with its own worker.
 * @param {string[]} paths
 * @returns {import('astro').AstroIntegration}
 */
export function offlineShell(paths) {
  return {
    name: 'offline-shell',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const read = (path) => readFile(new URL(`.${path}`, dir), 'utf8');
        const folder = fileURLToPath(new URL('./_astro/', dir));
        const assets = (await readdir(folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map(
            (entry) =>
              `/_astro/${`${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\//, '')}`,
          );
        const worker = await readFile(new URL('./service-worker.js', import.meta.url), 'utf8');
        for (const scope of paths.flatMap((path) => [path, `/en${path}`])) {
          const html = await read(`${scope}index.html`);
          const files = [
            ...(await neededBy(html, assets, read)),
            ...icons,
            ...(html.includes('manifest.webmanifest') ? [`${scope}manifest.webmanifest`] : []),
          ];
          const version = createHash('sha256')
            .update(html + worker + files.join())
            .digest('hex')
            .slice(0, 16);
          const shell = JSON.stringify({ scope, version, files });
          await writeFile(new URL(`.${scope}sw.js`, dir), `const shell = ${shell};\n${worker}`);
        }
      },
    },
  };
}
