import type { APIRoute } from 'astro';
import { answerWithFile } from '../../../features/rewards/merchant/settlements/answer';
import { drawStatement } from '../../../features/rewards/merchant/settlements/pdf';

export const prerender = false;

/** A month's statement to print. */
export const GET: APIRoute = (context) =>
  answerWithFile(context, 'pdf', 'application/pdf', drawStatement);
