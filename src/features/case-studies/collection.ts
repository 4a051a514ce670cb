import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { caseFacts, caseText } from './schema';

/** The bench builds the site with a folder of many. */
const folder = process.env.CASES_DIR || './src/content/case-studies';

/** What both languages of a case share; the id is its slug. */
export const caseFactsCollection = defineCollection({
  loader: glob({
    base: folder,
    pattern: '*/facts.yaml',
    generateId: ({ entry }) => entry.split('/')[0] ?? entry,
  }),
  schema: caseFacts,
});

/** The prose of a case in one language; the id is `<slug>/zh` or `<slug>/en`. */
export const caseTextsCollection = defineCollection({
  loader: glob({
    base: folder,
    pattern: '*/{zh,en}.md',
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  }),
  schema: caseText,
});
