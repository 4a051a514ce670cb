import type { APIRoute } from 'astro';
import { readReceipt } from '../../../features/coins/books/api';
import { receiptText } from '../../../features/coins/books/receipt';
import { dictionaryOf } from '../../../i18n/dictionary';
import type { Locale } from '../../../i18n/locale';
import { type Problem, problemOf, problemText, Refusal } from '../../../lib/errors';
import { signInAddress } from '../../../lib/island';

export const prerender = false;

const statuses: Record<string, number> = { receipt_unknown: 404, day_is_open: 409 };

/** The sentence of a problem: the address is the same in both languages, so the answer is in both. */
function sayIn(locale: Locale, problem: Problem): string {
  const { errors, books } = dictionaryOf(locale);
  return problemText(problem, { ...errors, ...books.errors }, locale);
}

/** The receipt of one of the resident's transfers as a file. 404 when it is not theirs, 409 while its day is open. */
export const GET: APIRoute = async ({ locals, params, redirect }) => {
  const { resident } = locals;
  if (!resident) return redirect(signInAddress('zh-CN', '/wallet/'));
  const id = Number(params.id);
  if (!Number.isSafeInteger(id)) return new Response(null, { status: 404 });
  try {
    const receipt = await readReceipt(resident.client, id);
    return new Response(receiptText(receipt), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="receipt-${receipt.day}-${id}.json"`,
      },
    });
  } catch (error) {
    const problem = problemOf(error);
    const status = error instanceof Refusal ? statuses[problem.code] : undefined;
    if (status === undefined) throw error;
    const said = { zh: sayIn('zh-CN', problem), en: sayIn('en', problem) };
    return Response.json({ problem: problem.code, ...said }, { status });
  }
};
