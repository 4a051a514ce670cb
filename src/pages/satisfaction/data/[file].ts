import { answerFile } from '../../../features/satisfaction/answer-file';

export const prerender = false;
export const GET = answerFile;
