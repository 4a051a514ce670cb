import type { APIRoute } from 'astro';
import { answerKeys } from '../../features/surveys/token/answer-lists';

export const prerender = false;

export const GET: APIRoute = () => answerKeys();
