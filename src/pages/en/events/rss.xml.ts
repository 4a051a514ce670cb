import { answerEventFeed } from '../../../features/education/calendar/answers';

export const prerender = false;
export const GET = answerEventFeed;
