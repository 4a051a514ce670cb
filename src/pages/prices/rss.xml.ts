import { answerPriceFeed } from '../../features/green-actions/prices/feed';

export const prerender = false;
export const GET = answerPriceFeed;
