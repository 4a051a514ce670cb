import type { APIContext } from 'astro';
import { dictionaryOf } from '../../../../i18n/dictionary';
import type { Locale } from '../../../../i18n/locale';
import { localeOf } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { signInAddress } from '../../../../lib/island';
import { readStatement } from './api';
import { isMonth, type Statement } from './statement';

/** The statement of a month as a file, for the merchant it belongs to; nothing to everybody else. */
export async function answerWithFile(
  { locals, params, url, redirect }: APIContext,
  extension: 'pdf' | 'xlsx',
  type: string,
  draw: (statement: Statement, locale: Locale, t: Dictionary) => Promise<Uint8Array>,
): Promise<Response> {
  const locale = localeOf(url.pathname);
  const { resident } = locals;
  if (!resident) return redirect(signInAddress(locale, url.pathname));
  const { month = '' } = params;
  const statement = isMonth(month)
    ? await readStatement(resident.client, month, locale).catch((): undefined => undefined)
    : undefined;
  if (!statement) return new Response(null, { status: 404 });
  const file = await draw(statement, locale, dictionaryOf(locale));
  return new Response(Buffer.from(file), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="settlement-${month}.${extension}"`,
    },
  });
}
