import type { APIRoute } from 'astro';
import { answerCaseCard, cardPaths } from '../../../features/case-studies/card';

export const prerender = true;
export const getStaticPaths = cardPaths;
export const GET: APIRoute = ({ params, url }) => answerCaseCard(String(params.slug), url);
