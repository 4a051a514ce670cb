import { answerSitemap } from '../features/education/sitemap';

export const prerender = false;
export const GET = answerSitemap;
