import type { Bilingual } from '../../../i18n/locale.ts';
import type { Part } from '../../satisfaction/estimate/answers.ts';

/** One of the answers offered; “don't know” comes last and is never shuffled. */
export interface Option extends Bilingual {
  id: string;
  dont_know?: true;
}

/** Shown only where an earlier question was answered with one of these. */
interface ShowIf {
  question: string;
  any_of: string[];
}

interface Common {
  id: string;
  text: Bilingual;
  hint?: Bilingual;
  required: boolean;
  show_if?: ShowIf;
  /** Marks the question as the one of the province's five parts that is estimated. */
  part?: Part;
}

/** One question, by what kind of answer it takes. */
export type Question = Common &
  (
    | { kind: 'single'; options: Option[]; random: boolean }
    | { kind: 'multiple'; options: Option[]; random: boolean; at_most?: number }
    | {
        kind: 'scale';
        from: number;
        to: number;
        from_label: Bilingual;
        to_label: Bilingual;
        dont_know: boolean;
      }
    | { kind: 'matrix'; rows: (Bilingual & { id: string })[]; options: Option[] }
    | { kind: 'number'; min: number; max: number; unit: Bilingual }
    | { kind: 'text'; longest: number }
  );
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

export interface Section {
  id: string;
  title: Bilingual;
  questions: Question[];
}

/** What a questionnaire asks; check-questionnaire.ts and the database say what makes it valid. */
export interface Questionnaire {
  sections: Section[];
}

/** The answer to one question: an option, options, a number, an option for each row, or a text. */
export type Answer = string | string[] | number | Record<string, string>;

/** What a person answered, by question. */
export type Answers = Record<string, Answer>;

/** The questions of all sections in their order. */
export const questionsOf = ({ sections }: Questionnaire): Question[] =>
  sections.flatMap(({ questions }) => questions);
