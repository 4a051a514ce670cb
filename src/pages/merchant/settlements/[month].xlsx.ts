import type { APIRoute } from 'astro';
import { answerWithFile } from '../../../features/rewards/merchant/settlements/answer';
import { statementXlsx } from '../../../features/rewards/merchant/settlements/xlsx';

export const prerender = false;

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A month's statement to reckon with. */
export const GET: APIRoute = (context) =>
  answerWithFile(context, 'xlsx', type, (statement, _, t) => statementXlsx(statement, t.merchant));
