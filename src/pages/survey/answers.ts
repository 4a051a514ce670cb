import type { APIRoute } from 'astro';
import { answerSheet, letSend } from '../../features/surveys/token/answer-sheet';

export const prerender = false;

export const POST: APIRoute = ({ request }) => answerSheet(request);
export const OPTIONS: APIRoute = () => letSend();
