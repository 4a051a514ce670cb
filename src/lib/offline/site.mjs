import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const paper = '#faf7f0';

/** The icons a device asks for when the site is put on its screen, drawn from the mark. */
async function writeIcons(dir) {
  const mark = await readFile(new URL('./favicon.svg', dir));
  const write = async (name, side, drawn) => {
    const image = await sharp(mark, { density: 1200 }).resize(drawn).png().toBuffer();
    await sharp({ create: { width: side, height: side, channels: 4, background: paper } })
      .composite([{ input: image }])
      .png({ palette: true })
      .toFile(new URL(`./${name}`, dir).pathname);
  };
  await write('icon-192.png', 192, 176);
  await write('icon-512.png', 512, 470);
  // Devices may cut such an icon to a circle of four fifths of its side.
  await write('icon-maskable-512.png', 512, 380);
}

/**
 * Writes the site's service worker, with a version that changes with it and with the page for readers without network,
 * and the icons.
 * @returns {import('astro').AstroIntegration}
 */
export function offlineSite() {
  return {
    name: 'offline-site',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const read = (path) => readFile(new URL(path, dir), 'utf8');
        const worker = await readFile(new URL('./site-worker.js', import.meta.url), 'utf8');
        const texts = [
          worker,
          await read('./offline/index.html'),
          await read('./en/offline/index.html'),
        ];
        const version = createHash('sha256').update(texts.join()).digest('hex').slice(0, 16);
        const site = JSON.stringify({ version });
        await writeFile(new URL('./sw.js', dir), `const site = ${site};\n${worker}`);
        await writeIcons(dir);
      },
    },
  };
}
