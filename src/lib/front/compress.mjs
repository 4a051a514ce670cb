import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts = new Set(
  '.html .css .js .mjs .json .svg .xml .txt .ics .webmanifest .wasm'.split(' '),
);
/** What fits one packet of the network gains nothing. */
const least = 1_000;

/**
 * What deserves Brotli's best, which takes ten to thirty times as long and saves 6 % of a text, 18 % of a
 * drawing: assets, and the page at the head of each room. Of the pages under them there may be thousands.
 * Between 7 and 9 lies half a percent, and for a long page three quarters of the time.
 */
const isWorthIt = (name) => /^(_astro\/.*|(en\/)?([\w-]+\/)?index\.html)$/.test(name);

const brotli = (body, isBest) =>
  promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: isBest ? 11 : 7,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // A window no larger than the text: otherwise the system clears megabytes for each page.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length)))),
    },
  });

async function compressFile(path, isBest) {
  const body = await readFile(path);
  if (body.length < least) return;
  const made = { br: await brotli(body, isBest), gz: await promisify(gzip)(body, { level: 9 }) };
  for (const [ending, bytes] of Object.entries(made)) {
    if (bytes.length < body.length * 0.95) await writeFile(`${path}.${ending}`, bytes);
  }
}

/** Writes the Brotli and the gzip form beside every text of a folder. */
export async function compressFolder(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    texts.has(extname(name)),
  );
  // Four at a time, as many as Node has threads for it.
  const next = files.values();
  const work = async () => {
    for (const name of next) await compressFile(join(folder, name), isWorthIt(name));
  };
  await Promise.all([work(), work(), work(), work()]);
}

/**
 * Compresses what has been built; the last of the integrations, when every file is there.
 * @returns {import('astro').AstroIntegration}
 */
export const compressed = () => ({
  name: 'compressed',
  hooks: { 'astro:build:done': ({ dir }) => compressFolder(fileURLToPath(dir)) },
});
