import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { caseFacts, caseText } from '../../../src/features/case-studies/schema';

const folder = join(import.meta.dirname, '../../../src/content/case-studies');
const read = (slug: string, file: string) => readFileSync(join(folder, slug, file), 'utf8');

/** A text file as its checked frontmatter and its body. */
function readText(slug: string, file: 'zh.md' | 'en.md') {
  const [, frontmatter = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(slug, file)) ?? [];
  return { ...caseText.parse(parse(frontmatter)), body };
}

/** All cases as they lie in `src/content`, checked by the schemas of the collection. */
export const cases = readdirSync(folder).map((slug) => ({
  slug,
  facts: caseFacts.parse(parse(read(slug, 'facts.yaml'))),
  zh: readText(slug, 'zh.md'),
  en: readText(slug, 'en.md'),
}));
