// What can be downloaded of a snapshot. Every file is made from its content, which is public, and from nothing else:
// so none can tell more than the page does.
import { toCsv } from '../../../lib/csv.ts';
import { type Choice, variables } from '../estimate/answers.ts';
import type { Measures } from '../estimate/measure.ts';
import { answerColumns, answerWords, marginColumns } from '../estimate/read-csv.ts';
import type { Settings } from '../estimate/settings.ts';
import type { SnapshotContent } from './content.ts';
import { isShown, type WeightGroup, weightGroupsOf } from './weight-groups.ts';

/** The files of a snapshot: what comes after its id, and its type. */
export const files = {
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8; header=present',
  '-margins.csv': 'text/csv; charset=utf-8; header=present',
  '-settings.json': 'application/json; charset=utf-8',
  '-figures.csv': 'text/csv; charset=utf-8; header=present',
  '.sps': 'text/plain; charset=utf-8',
} as const;
export type FileEnd = keyof typeof files;

const wordOf = (choice: Choice): string =>
  Object.keys(answerWords).find(
    (word) => answerWords[word as keyof typeof answerWords] === choice,
  ) ?? choice;

/** The groups with their names, g1 and on; none where the figure is blanked. */
function namedGroups({ figures: { overall } }: SnapshotContent) {
  const groups = isShown(overall) ? weightGroupsOf(overall) : [];
  return groups.map((group: WeightGroup, at) => ({ ...group, name: `g${at + 1}` }));
}

/** One line a sheet, as `npm run estimate` reads it; the column of the town names the weight group. */
export function answersFile(content: SnapshotContent): string {
  const rows = namedGroups(content).flatMap(({ name, choice, sheets }) =>
    new Array<string[]>(sheets).fill([name, 'all', 'all', wordOf(choice)]),
  );
  return toCsv([[...answerColumns], ...rows]);
}

/** What each weight group weighs, in the place of a population: at most nine digits, six of them decimal. */
export function marginsFile(content: SnapshotContent): string {
  const groups = namedGroups(content);
  const most = Math.max(...groups.map(({ sheets, weight }) => sheets * weight));
  const rows = groups.map(({ name, sheets, weight }) => [
    'town',
    name,
    ((sheets * weight * 1e9) / most).toFixed(6),
  ]);
  return toCsv([[...marginColumns], ...rows, ['age', 'all', '1'], ['sex', 'all', '1']]);
}

/** The settings of the figure, but that groups are neither merged nor trimmed: that has been done. */
export function settingsFile({ figures: { settings } }: SnapshotContent): string {
  const own: Settings = { ...settings, smallestCategory: 0, trimFactor: 1e9 };
  return `${JSON.stringify(own, null, 2)}\n`;
}

/** Every figure of the page as a table; a blanked cell has no numbers. */
export function figuresFile({ figures }: SnapshotContent): string {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  const row = (
    part: string,
    variable: string,
    level: string,
    visibility: string,
    measures: Measures | null,
  ) => [
    part,
    variable,
    level,
    visibility,
    number(measures?.valid),
    number(measures?.effective),
    ...(['share', 'score'] as const).flatMap((name) =>
      (['value', 'low', 'high'] as const).map((end) => number(measures?.[name][end])),
    ),
  ];
  const heads = ['share', 'score'].flatMap((name) => [name, `${name}_low`, `${name}_high`]);
  return toCsv([
    ['part', 'variable', 'level', 'visibility', 'valid', 'effective', ...heads],
    row('satisfaction', '', '', figures.overall.visibility, figures.overall.measures),
    ...Object.entries(figures.otherParts).map(([part, { visibility, measures }]) =>
      row(part, '', '', visibility, measures),
    ),
    ...variables.flatMap((variable) =>
      figures.by[variable].map(({ level, visibility, measures }) =>
        row('satisfaction', variable, level ?? 'not_stated', visibility, measures),
      ),
    ),
  ]);
}

/** SPSS syntax (PSPP reads it too) that opens the file of answers beside it, with labels and weights. */
export function spssFile(id: string, content: SnapshotContent): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''").replace(/\s+/g, ' ')}'`;
  const question = content.questions.satisfaction;
  const labels = {
    satisfied: '满意 Satisfied',
    fairly: '比较满意 Fairly satisfied',
    not_very: '不太满意 Not very satisfied',
    not: '不满意 Not satisfied',
    dont_know: "说不清 Don't know",
  } satisfies Record<keyof typeof answerWords, string>;
  return `${[
    '* Encoding: UTF-8.',
    `* ${content.wave.title.zh} / ${content.wave.title.en}.`,
    '* The column town holds the weight group, not a town; age and sex are the same for all.',
    'GET DATA /TYPE=TXT',
    `  /FILE=${quoted(`${id}.csv`)}`,
    '  /ENCODING=\'UTF8\' /DELCASE=LINE /DELIMITERS="," /ARRANGEMENT=DELIMITED /FIRSTCASE=2',
    '  /VARIABLES=town A8 age A8 sex A8 answer A12.',
    'RENAME VARIABLES (town = weight_group).',
    'NUMERIC weight (F12.9).',
    ...namedGroups(content).map(
      ({ name, weight }) => `IF (weight_group = ${quoted(name)}) weight = ${weight.toFixed(12)}.`,
    ),
    'VARIABLE LABELS',
    "  weight_group '权重组 Weight group'",
    `  /answer ${quoted(question ? `${question.zh} ${question.en}` : '满意度 Satisfaction')}`,
    "  /weight '权重 Weight'.",
    'VALUE LABELS answer',
    `${Object.entries(labels)
      .map(([word, label]) => `  ${quoted(word)} ${quoted(label)}`)
      .join('\n')}.`,
    "MISSING VALUES answer ('dont_know').",
    'WEIGHT BY weight.',
    'FREQUENCIES VARIABLES=answer.',
  ].join('\n')}\n`;
}
