import { SURVEY_KEYS_DIR } from 'astro:env/server';
import type { APIRoute } from 'astro';
import { answerIssue } from '../../features/surveys/token/answer-issue';

export const prerender = false;

export const POST: APIRoute = (context) =>
  answerIssue(context, context.locals.resident, SURVEY_KEYS_DIR);
