import { dictionaryOf } from '../../i18n/dictionary';
import type { CaseStudy } from '../case-studies/load';
import { fileNames } from './files';

interface Link {
  title: string;
  path: string;
  what: string;
}

const line = (site: URL, { title, path, what }: Link): string =>
  `- [${title}](${new URL(path, site).href})${what ? `: ${what}` : ''}`;

/** The guide for language models, as llmstxt.org has it: in English, with the Chinese pages it is a translation of. */
export function llmsText(cases: readonly CaseStudy[], site: URL): string {
  const section = (heading: string, links: readonly Link[]) =>
    [`## ${heading}`, '', ...links.map((link) => line(site, link)), ''].join('\n');
  return [
    `# ${dictionaryOf('en').site.name} · ${dictionaryOf('zh-CN').site.name}`,
    '',
    '> How the city of Yiwu (Zhejiang, China) goes about “lucid waters and lush mountains”: eight cases, twenty indicators, thirty-seven projects, events, green coins for small green deeds, and how satisfied the public is.',
    '',
    `Chinese is the original, at the root; English is a translation of it, at the same address under /en/. ${dictionaryOf('en').site.source}; events and figures from the site itself. What is marked as demo data only shows how the site works and says nothing about Yiwu.`,
    '',
    section('Pages', [
      {
        title: 'Cases',
        path: '/en/cases/',
        what: 'eight cases, newly told, each with its figures',
      },
      {
        title: 'Indicators',
        path: '/en/indicators/',
        what: 'targets for 2024 and where the city stood in 2021',
      },
      { title: 'Projects', path: '/en/projects/', what: 'what is built, for how much, by whom' },
      { title: 'Landscape', path: '/en/landscape/', what: 'hills, water, weather, sights' },
      { title: 'Heritage', path: '/en/heritage/', what: 'buildings, crafts, songs, cultures' },
      { title: 'Farming', path: '/en/farming/', what: 'what is grown, and under which brands' },
      { title: 'Industry', path: '/en/industry/', what: 'eight clusters, and what grows fastest' },
      { title: 'Towns', path: '/en/towns/', what: 'the plan by town and subdistrict' },
      {
        title: 'Departments',
        path: '/en/departments/',
        what: 'who supplies which figure and answers for which project',
      },
      {
        title: 'Public satisfaction',
        path: '/en/satisfaction/',
        what: 'indicator 17; only a sampled survey counts',
      },
      { title: 'Events', path: '/en/events/', what: 'what can be joined, and where' },
      { title: 'Books of the green coins', path: '/en/transparency/', what: '' },
    ]),
    section('Data', [
      {
        title: 'Open data explained',
        path: '/en/data/',
        what: 'files, stable ids, terms, how they change',
      },
      { title: 'OpenAPI description', path: '/openapi.json', what: 'every file with its schema' },
      ...fileNames.map((name) => ({
        title: `${name}.json`,
        path: `/data/${name}.json`,
        what: dictionaryOf('en').openData.files[name].title,
      })),
      { title: 'JSON Feed', path: '/en/data/feed.json', what: 'cases and coming events' },
    ]),
    section(
      'Cases',
      cases.map(({ title, path, summary }) => ({ title, path: `/en${path}`, what: summary })),
    ),
    section('Optional', [
      { title: 'Chinese home page', path: '/', what: '' },
      { title: 'Privacy note', path: '/en/privacy/', what: 'what is kept of residents' },
    ]),
  ].join('\n');
}
