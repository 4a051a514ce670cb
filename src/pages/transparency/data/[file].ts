import { answerData } from '../../../features/transparency/data/answer';

export const prerender = false;
export const GET = answerData;
