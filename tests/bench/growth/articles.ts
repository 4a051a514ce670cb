import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../../supabase/local/config.ts';

const cases = join(projectDir, 'src/content/case-studies');

/** Fills a folder with articles in both languages: the case studies over and over, under other names. */
export function writeArticles(folder: string, count: number): void {
  const slugs = readdirSync(cases);
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at += 1) {
    const slug = slugs[at % slugs.length] as string;
    const name = at < slugs.length ? slug : `${slug}--${at}`;
    cpSync(join(cases, slug), join(folder, name), { recursive: true });
  }
}
