import type { Dictionary } from '../zh-CN';

export const search: Dictionary['search'] = {
  title: 'Search',
  titleOf: 'Search: {query}',
  open: 'Search',
  lead: 'Cases, indicators, projects, events, education bases and pages: one box finds them all.',
  box: 'What are you looking for?',
  kind: 'Kind',
  town: 'Town or subdistrict',
  all: 'Any',
  submit: 'Search',
  results: 'Results',
  kinds: {
    case: 'Case',
    indicator: 'Indicator',
    project: 'Project',
    event: 'Event',
    base: 'Education base',
    page: 'Page',
  },
  found: 'Found: {count}',
  foundLiving: 'Found among events and education bases: {count}',
  foundNone: 'Nothing found',
  searching: 'Searching',
  more: 'Show more',
  cancelled: 'Cancelled',
  demo: 'Demo data',
  none: 'These words were not found. Try a shorter one, or leave kind and town open. Or go on from here:',
  indexAway:
    'The index of the pages did not arrive: the network may be down, or the site may have just been updated. Below are only events and education bases. What you typed is still here; try again, or reload this page.',
  livingAway:
    'Events and education bases cannot be read at the moment and are missing below. Please try again.',
  retry: 'Try again',
  noScript:
    'Finding pages takes JavaScript, which is switched off in this browser, so only events and education bases were searched. For everything else, go on from here:',
  noScriptNone: 'Nothing was found among events and education bases.',
  keys: 'Press “/” on any page to come here. Arrow keys move between results, Enter opens one.',
  noSlash: 'Do not use the “/” key',
};
