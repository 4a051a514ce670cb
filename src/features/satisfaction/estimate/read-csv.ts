// The two files from which a published figure can be computed again.
import { type Entry, readTable } from '../../../lib/read-table.ts';
import { type Answer, type Choice, type MarginRow, type Variable, variables } from './answers.ts';
import { EstimateError } from './error.ts';

/** The answers as the file calls them. */
export const answerWords = {
  satisfied: 'satisfied',
  fairly: 'fairly_satisfied',
  not_very: 'not_very_satisfied',
  not: 'not_satisfied',
  dont_know: 'dont_know',
} as const satisfies Record<string, Choice>;

export const answerColumns = [...variables, 'answer'] as const;
export const marginColumns = ['variable', 'level', 'population'] as const;

const refuse = (message: string): never => {
  throw new EstimateError({ code: 'file_invalid', message });
};

/** A row by the names of its columns, and its line. */
interface Row<Column extends string> {
  line: number;
  of: Record<Column, string>;
}

/** The rows under a first line that names exactly these columns, in any order. */
function rowsOf<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Row<Column>[] {
  const [head, ...entries] = readTable(text);
  if (!head) return refuse(`${file} is empty. Its first line has to be ${columns.join(',')}.`);
  const isExact =
    head.cells.length === columns.length && columns.every((name) => head.cells.includes(name));
  if (!isExact) {
    refuse(
      `${file}, line ${head.line}: the columns are ${head.cells.join(',')}, and have to be ${columns.join(',')}.`,
    );
  }
  return entries.map(({ line, cells }: Entry) => {
    if (cells.length !== columns.length) {
      refuse(
        `${file}, line ${line}: there are ${cells.length} values for ${columns.length} columns.`,
      );
    }
    const of = Object.fromEntries(head.cells.map((name, at) => [name, cells[at]]));
    return { line, of: of as Record<Column, string> };
  });
}

const isAnswerWord = (word: string): word is keyof typeof answerWords =>
  Object.hasOwn(answerWords, word);

/** Answers from a file of town, age, sex and answer; an empty town, age or sex was not stated. Throws `file_invalid`. */
export function readAnswers(file: string, text: string): { answers: Answer[]; lines: number[] } {
  const rows = rowsOf(file, text, answerColumns);
  const answers = rows.map(({ line, of: { town, age, sex, answer } }): Answer => {
    if (!isAnswerWord(answer)) {
      return refuse(
        `${file}, line ${line}: the answer is “${answer}”, and has to be one of ${Object.keys(answerWords).join(', ')}.`,
      );
    }
    return {
      town: town || null,
      age: age || null,
      sex: sex || null,
      choices: { satisfaction: answerWords[answer] },
    };
  });
  return { answers, lines: rows.map(({ line }) => line) };
}

/** Margins from a file of variable, level and population. Throws `file_invalid`. */
export function readMargins(file: string, text: string): { margins: MarginRow[]; lines: number[] } {
  const rows = rowsOf(file, text, marginColumns);
  const margins = rows.map(({ line, of: { variable, level, population } }): MarginRow => {
    if (!variables.includes(variable as Variable)) {
      refuse(
        `${file}, line ${line}: the variable is “${variable}”, and has to be town, age or sex.`,
      );
    }
    if (level === '') refuse(`${file}, line ${line}: the level of ${variable} has no name.`);
    if (!/^\d{1,12}(\.\d{1,6})?$/.test(population) || Number(population) === 0) {
      refuse(
        `${file}, line ${line}: the population is “${population}”, and has to be a number above 0, written as 120500.`,
      );
    }
    return { variable: variable as Variable, level, population: Number(population) };
  });
  return { margins, lines: rows.map(({ line }) => line) };
}

/** Where a problem of the figures lies in the files, as “answers.csv, line 7: ”, or nothing where it is no one place. */
export function placeOf(
  { problem: { code, variable, level } }: EstimateError,
  answers: { file: string } & ReturnType<typeof readAnswers>,
  margins: { file: string } & ReturnType<typeof readMargins>,
): string {
  if (level === undefined) return '';
  const [file, line] =
    code === 'level_unknown'
      ? [
          answers.file,
          answers.lines[answers.answers.findIndex((one) => one[variable as Variable] === level)],
        ]
      : [
          margins.file,
          margins.lines[
            margins.margins.findLastIndex((one) => one.variable === variable && one.level === level)
          ],
        ];
  return `${file}, line ${line}: `;
}
