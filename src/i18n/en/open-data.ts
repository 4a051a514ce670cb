import type { Dictionary } from '../zh-CN';

const onUpdate = 'when the site is updated';

export const openData: Dictionary['openData'] = {
  title: 'Data for programs',
  lead: 'What the site publishes, for programs to read. Read only, no registration, no key, and open to pages of other sites.',
  filesHeading: 'Which files there are',
  address: 'Address',
  stableId: 'Stable id',
  changes: 'Changes',
  example: 'Example',
  files: {
    cases: {
      title: 'Cases',
      what: 'The eight cases: titles and summaries in both languages, where they are, their section of the plan, the figures worth remembering, and each row of their charts.',
      stableId: 'the last part of the address, such as brown-sugar',
      changes: onUpdate,
    },
    indicators: {
      title: 'Indicators',
      what: 'The twenty indicators: the target for 2024, where the city stood in 2021, who supplies the figure, and in a sentence what it measures.',
      stableId: 'indicator- and the number in the plan’s table, such as indicator-17',
      changes: onUpdate,
    },
    projects: {
      title: 'Projects',
      what: 'The thirty-seven projects: what is done, from when to when, the investment (in ten thousand yuan), who answers for it, and in which towns.',
      stableId: 'project- and the number in the plan’s annex, such as project-3',
      changes: onUpdate,
    },
    figures: {
      title: 'Figures of the plan',
      what: 'Figures outside its tables: area, water, weather, the size of farming and industry, each as it is read, as a bare number, with its year and its section of the plan.',
      stableId: 'a short name, such as rain',
      changes: onUpdate,
    },
    waters: {
      title: 'Waters and parks',
      what: 'The rivers, protected sources of water, forest parks and wetland parks the plan names, and of which kind each is.',
      stableId: 'water- and a number, such as water-1',
      changes: onUpdate,
    },
    sights: {
      title: 'Sights and former homes',
      what: 'Table 1 of the plan: nine sights and former homes, their rating, and in which town each is.',
      stableId: 'sight- and a number, such as sight-1',
      changes: onUpdate,
    },
    cultures: {
      title: 'Cultures',
      what: 'Table 2 of the plan: eight cultures, in a sentence or two each.',
      stableId: 'culture- and a number, such as culture-1',
      changes: onUpdate,
    },
    'protected-sites': {
      title: 'Protected sites',
      what: 'Table 3 of the plan: seven sites under national protection, their period and place.',
      stableId: 'site- and a number, such as site-1',
      changes: onUpdate,
    },
    intangible: {
      title: 'Intangible heritage',
      what: 'Table 4 of the plan: fourteen items on the national or the provincial list, their class, their batch, and where they are mainly found.',
      stableId: 'item- and a number, such as item-1',
      changes: onUpdate,
    },
    farming: {
      title: 'Farming',
      what: 'Table 5 of the plan: specialities, grain zones, farm parks, brands and leading companies.',
      stableId: 'farming- and a number, such as farming-1',
      changes: onUpdate,
    },
    clusters: {
      title: 'Industrial clusters',
      what: 'Table 6 of the plan: eight industrial clusters, what each makes, and in which towns.',
      stableId: 'cluster- and a number, such as cluster-1',
      changes: onUpdate,
    },
    towns: {
      title: 'Towns',
      what: 'The fourteen towns and subdistricts: name, kind, what the plan’s text says about each, and the ids of all rows in the other files that belong to it.',
      stableId: 'the code of the town, such as fotang',
      changes: onUpdate,
    },
    departments: {
      title: 'Who is responsible',
      what: 'Departments, committees, headquarters and companies: which indicators each supplies and which projects it answers for, by their ids in those files.',
      stableId: 'the last part of the address, such as water-bureau',
      changes: onUpdate,
    },
    events: {
      title: 'Events',
      what: 'Events of the last month and those to come, with the time, place and free places of each session. Cancelled ones stay and say so.',
      stableId: 'of an event the last part of its address; each session has a UUID',
      changes: 'within a minute of a registration, a publication or a change',
    },
    coins: {
      title: 'Green coins',
      what: 'Where the six files of the green-coin books are and what their columns hold. The figures are in those files and can be asked for by day.',
      stableId: 'the name of the file, such as days',
      changes: 'the files: after the books close at midnight',
    },
    satisfaction: {
      title: 'Satisfaction',
      what: 'Every released figure of satisfaction: the sort of survey, valid answers, the share of satisfied people with its interval, where all of it is, and its fingerprint. A corrected one stays and names what corrects it.',
      stableId: 'a UUID for each release',
      changes: 'within a minute of a release or a correction',
    },
  },
  sources: {
    events: 'events as their education bases publish them',
    coins: 'the books of the green coins',
    satisfaction: 'released surveys of satisfaction',
  },
  feedHeading: 'Feeds',
  feed: 'Cases and events as a JSON Feed 1.1, in Chinese and in English. For readers of RSS there is one each of cases, events and prices.',
  describedHeading: 'The description for programs',
  described:
    'Every address and every field stands in OpenAPI 3.1, made of the same definitions the data is checked against. The guide for language models is llms.txt.',
  openapi: 'OpenAPI description',
  llms: 'Guide for language models',
  codesHeading: 'Codes of towns and subdistricts',
  codes: 'town and towns in the files hold these codes, which do not change.',
  useHeading: 'How to use them',
  use: [
    'All files are JSON in UTF-8, Chinese and English side by side in zh and en.',
    'Answers carry ETag and Cache-Control: what has not changed answers 304. Please do not ask more often than it says.',
    'While the database cannot be read the answer is 503, and says after how many seconds to come back.',
    'What is missing is null, not zero. Moments are in UTC; bare dates are days in Beijing time.',
    'Whatever has isDemo true is demo data and not a fact about Yiwu: please do not quote it as one.',
    'There are no names of residents, nor what any one person did.',
  ],
  licenceHeading: 'Terms',
  licence:
    'The files of the green-coin books are under CC BY 4.0. The terms of all others are for the organiser to set; at present:',
  licenceEmpty: 'not filled in yet',
  changeHeading: 'How they change',
  change: [
    'Addresses, ids and names of fields stay, and keep their meaning.',
    'New fields and files may come at any time: a program skips a field it does not know.',
    'What has to change all the same gets a new address; the old one goes on answering, and this page says so.',
  ],
};
