// What `survey_private.refuse_invalid_questionnaire` refuses, for the editor; the tests hold the two together.
import { choices, parts } from '../../satisfaction/estimate/answers.ts';
import type { Questionnaire } from './schema.ts';
import { isBlank, lengthOf } from './text.ts';

/** What is wrong with a questionnaire, as the database names it. */
type QuestionnaireFault =
  | 'shape'
  | 'id'
  | 'twice'
  | 'missing'
  | 'too_long'
  | 'too_many'
  | 'too_few'
  | 'not_last'
  | 'range'
  | 'not_earlier'
  | 'unknown_option'
  | 'options';

/** Where in the content, as a path such as `sections.0.questions.2.text.zh`, and what is wrong there. */
export interface QuestionnaireProblem {
  at: string;
  why: QuestionnaireFault;
}

class Fault extends Error {
  constructor(readonly problem: QuestionnaireProblem) {
    super(problem.why);
  }
}
function refuse(at: string, why: QuestionnaireFault): never {
  throw new Fault({ at, why });
}

type Fields = Record<string, unknown>;
const idPattern = /^[a-z][a-z0-9_]{0,31}$/;
const isId = (value: unknown) => typeof value === 'string' && idPattern.test(value);
const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const hasShape = (value: unknown, needed: string[], optional: string[] = []): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  needed.every((key) => Object.hasOwn(value, key)) &&
  Object.keys(value).every((key) => needed.includes(key) || optional.includes(key));

function checkWords(words: unknown, at: string, longest: number, isDraft: boolean): void {
  if (!hasShape(words, ['zh', 'en'])) refuse(at, 'shape');
  for (const language of ['zh', 'en']) {
    const text = words[language];
    if (typeof text !== 'string') refuse(`${at}.${language}`, 'shape');
    if (lengthOf(text) > longest) refuse(`${at}.${language}`, 'too_long');
    if (!isDraft && isBlank(text)) refuse(`${at}.${language}`, 'missing');
  }
}

function checkList(
  list: unknown,
  at: string,
  [least, most]: [number, number],
  isDraft: boolean,
  optional: string[] = [],
): void {
  if (!Array.isArray(list)) refuse(at, 'shape');
  if (list.length > most) refuse(at, 'too_many');
  if (!isDraft && list.length < least) refuse(at, 'too_few');
  const seen = new Set<unknown>();
  for (const [place, item] of list.entries()) {
    const here = `${at}.${place}`;
    if (!hasShape(item, ['id', 'zh', 'en'], optional)) refuse(here, 'shape');
    const { id, dont_know, ...words } = item;
    if (!isId(id)) refuse(`${here}.id`, 'id');
    if (seen.has(id)) refuse(`${here}.id`, 'twice');
    if (Object.hasOwn(item, 'dont_know')) {
      if (dont_know !== true) refuse(`${here}.dont_know`, 'shape');
      if (place < list.length - 1) refuse(`${here}.dont_know`, 'not_last');
    }
    seen.add(id);
    checkWords(words, here, 200, isDraft);
  }
}

const ofKind: Record<string, { needed: string[]; optional?: string[] }> = {
  single: { needed: ['options', 'random'] },
  multiple: { needed: ['options', 'random'], optional: ['at_most'] },
  scale: { needed: ['from', 'to', 'from_label', 'to_label', 'dont_know'] },
  matrix: { needed: ['rows', 'options'] },
  number: { needed: ['min', 'max', 'unit'] },
  text: { needed: ['longest'] },
};

function checkKind(question: Fields, at: string, isDraft: boolean): void {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      if (typeof question.random !== 'boolean') refuse(`${at}.random`, 'shape');
      if (Object.hasOwn(question, 'at_most') && !isWhole(question.at_most, 1, 30)) {
        refuse(`${at}.at_most`, 'range');
      }
      checkList(question.options, `${at}.options`, [2, 30], isDraft, ['dont_know']);
      break;
    case 'scale':
      if (!isWhole(question.from, 0, 1) || !isWhole(question.to, 2, 10)) {
        refuse(`${at}.to`, 'range');
      }
      if (typeof question.dont_know !== 'boolean') refuse(`${at}.dont_know`, 'shape');
      checkWords(question.from_label, `${at}.from_label`, 200, isDraft);
      checkWords(question.to_label, `${at}.to_label`, 200, isDraft);
      break;
    case 'matrix':
      checkList(question.rows, `${at}.rows`, [1, 20], isDraft);
      checkList(question.options, `${at}.options`, [2, 30], isDraft, ['dont_know']);
      break;
    case 'number': {
      const { min, max } = question;
      if (!isWhole(min, -1e9, 1e9) || !isWhole(max, -1e9, 1e9) || min >= max) {
        refuse(`${at}.max`, 'range');
      }
      checkWords(question.unit, `${at}.unit`, 200, true);
      break;
    }
    default:
      if (!isWhole(question.longest, 1, 1000)) refuse(`${at}.longest`, 'range');
  }
}

function checkQuestion(question: unknown, at: string, isDraft: boolean): string {
  const kind = (question as { kind?: unknown } | null | undefined)?.kind;
  const own = typeof kind === 'string' && Object.hasOwn(ofKind, kind) ? ofKind[kind] : undefined;
  if (
    !own ||
    !hasShape(
      question,
      ['id', 'kind', 'text', 'required', ...own.needed],
      ['hint', 'show_if', 'part', ...(own.optional ?? [])],
    )
  ) {
    refuse(at, 'shape');
  }
  if (!isId(question.id)) refuse(`${at}.id`, 'id');
  if (typeof question.required !== 'boolean') refuse(`${at}.required`, 'shape');
  checkWords(question.text, `${at}.text`, 500, isDraft);
  if (Object.hasOwn(question, 'hint')) checkWords(question.hint, `${at}.hint`, 500, isDraft);
  if (Object.hasOwn(question, 'show_if')) {
    const { show_if } = question;
    const isShape =
      hasShape(show_if, ['question', 'any_of']) &&
      isId(show_if.question) &&
      Array.isArray(show_if.any_of);
    if (!isShape) refuse(`${at}.show_if`, 'shape');
  }
  if (Object.hasOwn(question, 'part') && !parts.some((part) => part === question.part)) {
    refuse(`${at}.part`, 'shape');
  }
  checkKind(question, at, isDraft);
  return question.id as string;
}

function checkLinks(content: Questionnaire): void {
  const offered = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const [s, section] of content.sections.entries()) {
    for (const [q, question] of section.questions.entries()) {
      const at = `sections.${s}.questions.${q}`;
      const { show_if, part } = question;
      if (show_if) {
        const options = offered.get(show_if.question);
        if (!options) refuse(`${at}.show_if`, 'not_earlier');
        if (show_if.any_of.length === 0 || !show_if.any_of.every((id) => options.includes(id))) {
          refuse(`${at}.show_if`, 'unknown_option');
        }
      }
      if (part) {
        if (seen.has(part)) refuse(`${at}.part`, 'twice');
        const isEstimable =
          question.kind === 'single' &&
          question.options.map(({ id }) => id).join() === choices.join() &&
          question.options.at(-1)?.dont_know;
        if (!isEstimable) refuse(`${at}.part`, 'options');
        seen.add(part);
      }
      if (question.kind === 'single' || question.kind === 'multiple') {
        offered.set(
          question.id,
          question.options.map(({ id }) => id),
        );
      }
    }
  }
}

function check(content: unknown, isDraft: boolean): void {
  if (!hasShape(content, ['sections'])) refuse('', 'shape');
  const { sections } = content;
  if (!Array.isArray(sections)) refuse('sections', 'shape');
  if (sections.length > 20) refuse('sections', 'too_many');
  if (!isDraft && sections.length === 0) refuse('sections', 'too_few');
  const [sectionIds, questionIds] = [new Set<unknown>(), new Set<string>()];
  for (const [s, section] of sections.entries()) {
    const at = `sections.${s}`;
    if (!hasShape(section, ['id', 'title', 'questions'])) refuse(at, 'shape');
    const { id, questions } = section;
    if (!isId(id)) refuse(`${at}.id`, 'id');
    if (sectionIds.has(id)) refuse(`${at}.id`, 'twice');
    if (!Array.isArray(questions)) refuse(`${at}.questions`, 'shape');
    if (!isDraft && questions.length === 0) refuse(`${at}.questions`, 'too_few');
    if (questionIds.size + questions.length > 60) refuse(`${at}.questions`, 'too_many');
    sectionIds.add(id);
    checkWords(section.title, `${at}.title`, 200, isDraft);
    for (const [q, question] of questions.entries()) {
      const questionId = checkQuestion(question, `${at}.questions.${q}`, isDraft);
      if (questionIds.has(questionId)) refuse(`${at}.questions.${q}.id`, 'twice');
      questionIds.add(questionId);
    }
  }
  if (!isDraft) checkLinks(content as unknown as Questionnaire);
}

/**
 * What is wrong with content from outside, the first thing found; undefined when it can be asked. A draft may leave
 * texts empty and lists short, and its questions need not go together yet. The limit of 200 kB is the database's.
 */
export function checkQuestionnaire(
  content: unknown,
  isDraft = false,
): QuestionnaireProblem | undefined {
  try {
    check(content, isDraft);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.problem;
    throw error;
  }
}
