import type { APIRoute } from 'astro';
import { readWholeStatement } from '../../features/coins/api';
import { statementFile } from '../../features/coins/statement-file';
import { readActionNames } from '../../features/green-actions/api';
import { dictionaryOf } from '../../i18n/dictionary';
import { localeOf, pathIn } from '../../i18n/paths';
import { shanghaiDay } from '../../lib/dates';
import { signInAddress } from '../../lib/island';
import { publicClient } from '../../lib/supabase/server';

export const prerender = false;

/** Every line of the resident's wallet, of all years, as a CSV file. */
export const GET: APIRoute = async ({ locals, url, redirect }) => {
  const locale = localeOf(url.pathname);
  const { resident } = locals;
  if (!resident) return redirect(signInAddress(locale, pathIn(locale, '/wallet/')));
  const [lines, actions] = await Promise.all([
    readWholeStatement(resident.client),
    readActionNames(publicClient(), locale),
  ]);
  return new Response(statementFile(lines, dictionaryOf(locale).wallet, actions), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="wallet-${shanghaiDay(new Date())}.csv"`,
    },
  });
};
