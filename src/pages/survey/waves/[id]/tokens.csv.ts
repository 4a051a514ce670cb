import type { APIRoute } from 'astro';
import { answerTokens } from '../../../../features/surveys/token/answer-lists';

export const prerender = false;

export const GET: APIRoute = ({ params }) => answerTokens(params.id ?? '');
