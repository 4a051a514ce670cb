import { type Answers, type Question, type Questionnaire, questionsOf } from './schema.ts';

/** Whether a question is asked of somebody who has answered this so far. */
export function isAsked({ show_if }: Question, answers: Answers): boolean {
  if (!show_if) return true;
  const answer = answers[show_if.question];
  const given = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return show_if.any_of.some((option) => given.includes(option));
}

/** Answers without those to questions that are not asked, and without what hangs on them in turn. */
export function keepAsked(content: Questionnaire, answers: Answers): Answers {
  const kept: Answers = {};
  for (const question of questionsOf(content)) {
    const answer = answers[question.id];
    if (answer !== undefined && isAsked(question, kept)) kept[question.id] = answer;
  }
  return kept;
}

/** The questions asked of somebody who has answered this so far, in order. */
export function questionsAsked(content: Questionnaire, answers: Answers): Question[] {
  const kept = keepAsked(content, answers);
  return questionsOf(content).filter((question) => isAsked(question, kept));
}
