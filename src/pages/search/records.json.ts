// What goes into the index besides the built pages. The build reads it and takes it out again.

import { readIndicators, readOrganisations, readProjects } from '../../features/plan/tables';
import { indicatorEntry, pageEntries, projectEntry, recordOf } from '../../features/search/records';
import { dictionaryOf } from '../../i18n/dictionary';
import { locales } from '../../i18n/locale';

export const prerender = true;

export async function GET(): Promise<Response> {
  const [bodies, indicators, projects] = await Promise.all([
    readOrganisations(),
    readIndicators(),
    readProjects(),
  ]);
  const records = locales.flatMap((locale) =>
    [
      ...pageEntries(dictionaryOf(locale), locale),
      ...indicators.map((row) => indicatorEntry(row, bodies, locale)),
      ...projects.map((row) => projectEntry(row, bodies, locale)),
    ].map((entry) => recordOf(entry, locale)),
  );
  return Response.json(records);
}
