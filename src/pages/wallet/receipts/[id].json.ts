import type { APIRoute } from 'astro';
import { readReceipt } from '../../../features/coins/books/api';
import { receiptText } from '../../../features/coins/books/receipt';
import { problemOf, Refusal } from '../../../lib/errors';
import { signInAddress } from '../../../lib/island';

export const prerender = false;

const statuses: Record<string, number> = { receipt_unknown: 404, day_is_open: 409 };

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
    const { code } = problemOf(error);
    const status = error instanceof Refusal ? statuses[code] : undefined;
    if (status === undefined) throw error;
    return Response.json({ problem: code }, { status });
  }
};
