// What an analyst does to a questionnaire that is being written. Nothing here changes what it is given.
import type { Bilingual } from '../../../../i18n/locale';
import { choices, type Part } from '../../../satisfaction/estimate/answers';
import {
  type Option,
  type Question,
  type QuestionKind,
  type QuestionOf,
  questionsOf,
  type Section,
} from '../../questionnaire/schema';

/** A place in a list, and what to put there: what an undone deletion needs. */
export const insertAt = <Item>(list: readonly Item[], place: number, item: Item): Item[] => [
  ...list.slice(0, place),
  item,
  ...list.slice(place),
];

/** A list without the item at a place. */
export const removeAt = <Item>(list: readonly Item[], place: number): Item[] =>
  list.filter((_, at) => at !== place);

/** A list with another item at a place. */
export const replaceAt = <Item>(list: readonly Item[], place: number, item: Item): Item[] =>
  list.map((one, at) => (at === place ? item : one));

/** A list in which an item went up (−1) or down (1); as it was where it cannot. */
export function moveBy<Item>(list: readonly Item[], place: number, by: -1 | 1): Item[] {
  const item = list[place];
  if (item === undefined || place + by < 0 || place + by >= list.length) return [...list];
  return insertAt(removeAt(list, place), place + by, item);
}

/** The first of prefix1, prefix2 … that is not taken. */
export function freeId(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

const empty = (): Bilingual => ({ zh: '', en: '' });

/** An option nobody has written yet. */
export const newOption = (options: readonly { id: string }[], prefix = 'option'): Option => ({
  id: freeId(
    prefix,
    options.map(({ id }) => id),
  ),
  ...empty(),
});

const twoOptions = (): Option[] => {
  const first = newOption([]);
  return [first, newOption([first])];
};

const fieldsOf = {
  single: () => ({ options: twoOptions(), random: false }),
  multiple: () => ({ options: twoOptions(), random: false }),
  scale: () => ({ from: 1, to: 10, from_label: empty(), to_label: empty(), dont_know: true }),
  matrix: () => ({ rows: [newOption([], 'row')], options: twoOptions() }),
  number: () => ({ min: 0, max: 100, unit: empty() }),
  text: () => ({ longest: 500 }),
} satisfies { [Kind in QuestionKind]: () => Partial<QuestionOf<Kind>> };

/** The kinds of questions, in the order they are offered. */
export const questionKinds = Object.keys(fieldsOf) as QuestionKind[];

/** A question of a kind that nobody has written yet, with an id no other has. */
export const newQuestion = (sections: Section[], kind: QuestionKind): Question =>
  ({
    id: freeId(
      'q',
      questionsOf({ sections }).map(({ id }) => id),
    ),
    kind,
    text: empty(),
    required: kind !== 'text',
    ...fieldsOf[kind](),
  }) as Question;

/** A section nobody has written yet. */
export const newSection = (sections: Section[]): Section => ({
  id: freeId(
    'section',
    sections.map(({ id }) => id),
  ),
  title: empty(),
  questions: [],
});

/** Puts a question back where it was, or at the end of the last section if its section is gone. */
export function restoreQuestion(
  sections: Section[],
  sectionId: string,
  place: number,
  question: Question,
): Section[] {
  const at = sections.findIndex(({ id }) => id === sectionId);
  const section = sections.at(at);
  if (!section) return sections;
  const questions = insertAt(section.questions, place, question);
  return replaceAt(sections, at < 0 ? sections.length - 1 : at, { ...section, questions });
}

/** Changes the question with an id, wherever it is by now. */
export const changeQuestion = (
  sections: Section[],
  id: string,
  change: (question: Question) => Question,
): Section[] =>
  sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.id === id ? change(one) : one)),
  }));

/** Moves a question up or down; from the end of a section it goes on into the next one. */
export function moveQuestion(sections: Section[], s: number, q: number, by: -1 | 1): Section[] {
  const from = sections[s];
  const question = from?.questions[q];
  if (!from || !question) return sections;
  if (from.questions[q + by]) {
    return replaceAt(sections, s, { ...from, questions: moveBy(from.questions, q, by) });
  }
  const to = sections[s + by];
  if (!to) return sections;
  const left = replaceAt(sections, s, { ...from, questions: removeAt(from.questions, q) });
  const place = by === 1 ? 0 : to.questions.length;
  return replaceAt(left, s + by, { ...to, questions: insertAt(to.questions, place, question) });
}

/** Options with or without “don't know” at their end. */
export function withDontKnow(options: Option[], words: Bilingual | undefined): Option[] {
  const known = options.filter(({ dont_know }) => !dont_know);
  return words ? [...known, { id: 'dont_know', ...words, dont_know: true }] : known;
}

/** Adds an option before “don't know”. */
export function addOption(options: Option[]): Option[] {
  const place = options.findIndex(({ dont_know }) => dont_know);
  return insertAt(options, place < 0 ? options.length : place, newOption(options));
}

/** Marks a question as the one of a part, with the options the estimation knows; or as none. */
export function asPart(
  question: QuestionOf<'single'>,
  part: Part | undefined,
  words: Record<(typeof choices)[number], Bilingual>,
): QuestionOf<'single'> {
  const { part: _, ...rest } = question;
  if (!part) return rest;
  const options = choices.map(
    (id): Option => ({ id, ...words[id], ...(id === 'dont_know' && { dont_know: true as const }) }),
  );
  return { ...rest, part, required: true, random: false, options };
}

/** The questions a question may hang on: earlier ones with options. */
export function earlierChoices(sections: Section[], id: string) {
  const all = questionsOf({ sections });
  return all
    .slice(
      0,
      all.findIndex((one) => one.id === id),
    )
    .filter((one) => one.kind === 'single' || one.kind === 'multiple');
}
