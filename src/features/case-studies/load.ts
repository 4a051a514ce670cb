import { type CollectionEntry, getCollection } from 'astro:content';
import type { Locale } from '../../i18n/locale';
import type { CaseFacts } from './schema';

/** One case in one language: its facts, its words and the entry that renders its prose. */
export interface CaseStudy {
  slug: string;
  /** Its address without language. */
  path: string;
  title: string;
  summary: string;
  facts: CaseFacts;
  text: CollectionEntry<'caseTexts'>;
}

async function read(locale: Locale): Promise<CaseStudy[]> {
  const [facts, texts] = await Promise.all([
    getCollection('caseFacts'),
    getCollection('caseTexts'),
  ]);
  const language = locale === 'en' ? 'en' : 'zh';
  const textOf = new Map(texts.map((text) => [text.id, text]));
  return facts
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data }) => {
      const text = textOf.get(`${id}/${language}`);
      if (!text) throw new Error(`The case ${id} has no ${language}.md.`);
      const { title, summary } = text.data;
      return { slug: id, path: `/cases/${id}/`, title, summary, facts: data, text };
    });
}

const known = new Map<Locale, Promise<CaseStudy[]>>();

/** The eight cases in the plan's order; read once for all the pages of a build. */
export function readCases(locale: Locale): Promise<CaseStudy[]> {
  const cases = (!import.meta.env.DEV && known.get(locale)) || read(locale);
  known.set(locale, cases);
  return cases;
}

/** A case with the ones before and after it. */
export interface CaseInOrder {
  study: CaseStudy;
  previous: CaseStudy | undefined;
  next: CaseStudy | undefined;
}

/** The case of a page, with its neighbours. */
export async function readCase(slug: string, locale: Locale): Promise<CaseInOrder> {
  const cases = await readCases(locale);
  const index = cases.findIndex((study) => study.slug === slug);
  const study = cases[index];
  if (!study) throw new Error(`There is no case ${slug}.`);
  return { study, previous: cases[index - 1], next: cases[index + 1] };
}

/** What `getStaticPaths` of the case pages answers. */
export async function casePaths(): Promise<{ params: { slug: string } }[]> {
  const facts = await getCollection('caseFacts');
  return facts.map(({ id }) => ({ params: { slug: id } }));
}

/** How many cases a page of their list shows; their drawings stand in the page. */
const perPage = 8;
const pagesOf = (cases: number) => Math.ceil(cases / perPage);

/** The cases on a page of their list, from 1, and how many pages it has. */
export async function readCaseList(
  number: number,
  locale: Locale,
): Promise<{ cases: CaseStudy[]; pages: number }> {
  const all = await readCases(locale);
  return { cases: all.slice((number - 1) * perPage, number * perPage), pages: pagesOf(all.length) };
}

/** What `getStaticPaths` of the later pages of the list answers: none while there are eight cases. */
export async function caseListPaths(): Promise<{ params: { page: string } }[]> {
  const pages = pagesOf((await getCollection('caseFacts')).length);
  return Array.from({ length: pages - 1 }, (_, at) => ({ params: { page: `${at + 2}` } }));
}
