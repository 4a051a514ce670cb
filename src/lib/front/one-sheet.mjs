import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The sheet of that name, from whichever folder of the build it lies in by now. */
function read(name, folders) {
  const file = folders.map((folder) => new URL(name, folder)).find(existsSync);
  if (!file) throw new Error(`The build has no style sheet ${name}.`);
  return readFileSync(file, 'utf8');
}

/**
 * Gives each kind of page one style sheet instead of five to eight: over HTTP/1.1 each would open a
 * connection of its own before anything is drawn. Pages of one kind share theirs.
 * @returns {import('astro').AstroIntegration}
 */
export function oneSheet() {
  let folders;
  let pages;
  return {
    name: 'one-sheet',
    hooks: {
      'astro:config:done': ({ config: { build } }) => {
        folders = [build.client, build.server, new URL('.prerender/', build.server)];
      },
      'astro:build:setup': (build) => {
        pages = build.pages;
      },
      // Runs when the sheets are written and no page is rendered yet. The server asks the manifest for
      // the sheets of a page, the build its own list.
      'astro:build:ssr': ({ manifest }) => {
        mkdirSync(new URL('_astro/', folders[0]), { recursive: true });
        for (const { styles, routeData } of manifest.routes) {
          if (styles.length < 2) continue;
          const text = styles.map(({ src }) => read(src, folders)).join('');
          const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
          const sheet = { type: 'external', src: `_astro/page.${hash}.css` };
          writeFileSync(new URL(sheet.src, folders[0]), text);
          styles.splice(0, styles.length, sheet);
          for (const page of pages.values()) {
            if (page.route.route === routeData.route) page.styles = [{ depth: 0, order: 0, sheet }];
          }
        }
      },
    },
  };
}
