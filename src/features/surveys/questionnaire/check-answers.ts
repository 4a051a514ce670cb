// What `survey_private.refuse_invalid_answers` refuses, for the browser; the tests hold the two together.
import { byCode } from '../../satisfaction/estimate/answers.ts';
import { isAsked } from './asked.ts';
import { type Answers, type Question, type Questionnaire, questionsOf } from './schema.ts';
import { isBlank, lengthOf } from './text.ts';

/** What is wrong with an answer, as the database names it. */
export type AnswerFault =
  | 'shape'
  | 'unknown_question'
  | 'not_asked'
  | 'missing'
  | 'wrong_kind'
  | 'unknown_option'
  | 'unknown_row'
  | 'twice'
  | 'too_many'
  | 'dont_know_alone'
  | 'out_of_range'
  | 'too_long';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function checkMultiple(
  { options, at_most = options.length }: Extract<Question, { kind: 'multiple' }>,
  answer: unknown,
): AnswerFault | undefined {
  if (!Array.isArray(answer) || !answer.every(isText)) return 'wrong_kind';
  if (answer.length === 0) return 'missing';
  if (new Set(answer).size < answer.length) return 'twice';
  if (!answer.every((one) => options.some(({ id }) => id === one))) return 'unknown_option';
  if (answer.length > at_most) return 'too_many';
  const dontKnow = options.find(({ dont_know }) => dont_know)?.id;
  return dontKnow && answer.length > 1 && answer.includes(dontKnow) ? 'dont_know_alone' : undefined;
}

function checkMatrix(
  { rows, options, required }: Extract<Question, { kind: 'matrix' }>,
  answer: unknown,
): AnswerFault | undefined {
  if (!isObject(answer)) return 'wrong_kind';
  const given = Object.entries(answer);
  if (!given.every(([row]) => rows.some(({ id }) => id === row))) return 'unknown_row';
  if (given.length === 0) return 'missing';
  if (!given.every(([, one]) => isText(one))) return 'wrong_kind';
  if (!given.every(([, one]) => options.some(({ id }) => id === one))) return 'unknown_option';
  return required && given.length < rows.length ? 'missing' : undefined;
}

const checkNumber = (answer: unknown, least: number, most: number): AnswerFault | undefined => {
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return 'wrong_kind';
  return answer < least || answer > most ? 'out_of_range' : undefined;
};

function checkText(answer: unknown, longest: number): AnswerFault | undefined {
  if (!isText(answer)) return 'wrong_kind';
  if (isBlank(answer)) return 'missing';
  return lengthOf(answer) > longest ? 'too_long' : undefined;
}

/** What is wrong with the answer to a question that was asked; undefined where nothing is. */
export function checkAnswer(question: Question, answer: unknown): AnswerFault | undefined {
  if (answer === undefined) return question.required ? 'missing' : undefined;
  switch (question.kind) {
    case 'single':
      if (!isText(answer)) return 'wrong_kind';
      return question.options.some(({ id }) => id === answer) ? undefined : 'unknown_option';
    case 'multiple':
      return checkMultiple(question, answer);
    case 'scale':
      if (question.dont_know && answer === 'dont_know') return undefined;
      return checkNumber(answer, question.from, question.to);
    case 'matrix':
      return checkMatrix(question, answer);
    case 'number':
      return checkNumber(answer, question.min, question.max);
    case 'text':
      return checkText(answer, question.longest);
  }
}

/** The first answer that does not fit a questionnaire, and why; undefined when they can be sent. */
export function checkAnswers(
  content: Questionnaire,
  answers: unknown,
): { question: string; why: AnswerFault } | undefined {
  if (!isObject(answers)) return { question: '', why: 'shape' };
  const questions = questionsOf(content);
  const [unknown] = Object.keys(answers)
    .filter((key) => !questions.some(({ id }) => id === key))
    .sort(byCode);
  if (unknown !== undefined) {
    return { question: [...unknown].slice(0, 40).join(''), why: 'unknown_question' };
  }
  for (const question of questions) {
    const { id } = question;
    const isGiven = Object.hasOwn(answers, id);
    const why = isAsked(question, answers as Answers)
      ? checkAnswer(question, isGiven ? answers[id] : undefined)
      : isGiven
        ? 'not_asked'
        : undefined;
    if (why) return { question: id, why };
  }
  return undefined;
}
