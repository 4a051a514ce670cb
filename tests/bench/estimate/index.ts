import {
  type Answer,
  choices,
  type MarginRow,
  parts,
} from '../../../src/features/satisfaction/estimate/answers.ts';
import { estimate } from '../../../src/features/satisfaction/estimate/estimate.ts';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings.ts';
import { townCodes } from '../../../src/lib/towns.ts';
import { cut, median } from '../figures.ts';
import { rounds } from '../settings.ts';

const answerCount = 100_000;
const ages = ['16-29', '30-44', '45-59', '60+'];
const sexes = ['female', 'male'];

/** Sheets in no order, each with its five answers; the same ones every time. */
function makeAnswers(): Answer[] {
  let state = 1;
  const next = (below: number) => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const pick = <Value>(values: readonly Value[]) => values[next(values.length)] as Value;
  return Array.from({ length: answerCount }, () => ({
    town: pick(townCodes),
    age: pick(ages),
    sex: pick(sexes),
    choices: Object.fromEntries(parts.map((part) => [part, pick(choices)])),
  }));
}

/** Populations unlike the sample, so that raking has something to do. */
const margins: MarginRow[] = Object.entries({ town: townCodes, age: ages, sex: sexes }).flatMap(
  ([variable, levels]) =>
    levels.map((level, at) => ({
      variable: variable as MarginRow['variable'],
      level,
      population: 40_000 + 9_000 * at,
    })),
);

const keyOf = ({ town, age, sex }: Answer) => `${town} ${age} ${sex}`;

/** What the estimate is compared with: the same sheets sorted by town, age and sex. */
const sort = (answers: Answer[]) =>
  answers
    .map((answer) => ({ key: keyOf(answer), answer }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));

function timeOf(task: () => unknown): number {
  const begun = performance.now();
  task();
  return performance.now() - begun;
}

/** How long all figures of a hundred thousand answers take, beside sorting them. */
export function measureEstimate() {
  const answers = makeAnswers();
  const times: { estimate: number; sort: number }[] = [];
  // The first turn compiles, and is not counted.
  for (let turn = -1; turn < rounds; turn += 1) {
    const time = {
      estimate: timeOf(() => estimate(answers, margins, defaultSettings)),
      sort: timeOf(() => sort(answers)),
    };
    if (turn >= 0) times.push(time);
  }
  const of = (name: 'estimate' | 'sort') => median(times.map((time) => time[name]));
  return {
    answers: answerCount,
    milliseconds: Math.ceil(of('estimate')),
    sortMilliseconds: Math.ceil(of('sort')),
    ratio: cut(of('estimate') / of('sort'), 2),
  };
}
