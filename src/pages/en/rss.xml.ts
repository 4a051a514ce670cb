import { answerFeed } from '../../features/case-studies/feed';

export const prerender = true;
export const GET = answerFeed;
