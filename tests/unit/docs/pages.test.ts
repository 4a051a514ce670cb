import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const pages = globSync('docs/*.md').filter((file) => file !== 'docs/README.md');
const list = readFileSync('docs/README.md', 'utf8');
const texts = pages.map((file) => readFileSync(file, 'utf8')).join('\n');

test('every page of docs stands in the list of docs/README.md', () => {
  expect(pages.length).toBeGreaterThan(30);
  for (const file of pages) expect(list).toContain(`](${basename(file)})`);
});

test('every room and every folder of lib is told of in docs', () => {
  const folders = globSync(['src/features/*/', 'src/lib/*/']).map((path) =>
    path.replace(/^src\/|\/$/g, ''),
  );
  expect(folders.length).toBeGreaterThan(20);
  for (const folder of folders) expect(texts).toMatch(new RegExp(`${folder}\\b`));
});

test('a page of docs leads only to pages that are there', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/README.md', ...pages]) {
    const folder = file.startsWith('docs/') ? 'docs/' : '';
    const links = readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+\.md)/g);
    for (const [, link = ''] of links) {
      const path = new URL(link, `file:///${folder}`).pathname.slice(1);
      expect(globSync(path), `${file} → ${link}`).toHaveLength(1);
    }
  }
});
