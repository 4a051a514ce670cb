import type { APIRoute } from 'astro';
import { enterRoom, notHere } from '../../../../features/bureau/enter';
import { readInvitations } from '../../../../features/surveys/bureau/waves/api';
import { codesFile } from '../../../../features/surveys/bureau/waves/codes-file';
import { dictionaryOf } from '../../../../i18n/dictionary';
import { localeOf } from '../../../../i18n/paths';

export const prerender = false;

/** The codes of a draw as CSV, for analysts; each time it is asked for is in the audit. */
export const GET: APIRoute = async (context) => {
  const { params, url, site } = context;
  const visit = enterRoom(context, 'waves');
  if (visit instanceof Response) return visit;
  const batch = url.searchParams.get('batch') ?? '';
  const invitations = await readInvitations(visit.resident.client, params.id ?? '', batch).catch(
    (): undefined => undefined,
  );
  if (!invitations || !site) return notHere();
  const locale = localeOf(url.pathname);
  const { waves: t, desk } = dictionaryOf(locale);
  return new Response(codesFile(invitations, { t, desk, locale, site }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="codes-${batch}.csv"`,
    },
  });
};
