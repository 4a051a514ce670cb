import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Choice } from '../../../src/features/satisfaction/estimate/answers';
import { estimate, type Figures } from '../../../src/features/satisfaction/estimate/estimate';
import { readAnswers, readMargins } from '../../../src/features/satisfaction/estimate/read-csv';
import {
  isSameContent,
  type SnapshotContent,
} from '../../../src/features/satisfaction/snapshot/content';
import {
  answersFile,
  figuresFile,
  marginsFile,
  settingsFile,
  spssFile,
} from '../../../src/features/satisfaction/snapshot/files';
import { codeOf, fullSamples, levels, populations, sheets, someMargins } from './sample';
import { snapshotOf } from './snapshot';

const projectDir = join(import.meta.dirname, '../../..');
const fixture = (name: string) =>
  readFileSync(join(projectDir, 'tests/fixtures/survey-r', name), 'utf8');

/** The figures of the files of a snapshot, as the command makes them. */
function again(content: SnapshotContent): Figures {
  const { answers } = readAnswers('', answersFile(content));
  const { margins } = readMargins('', marginsFile(content));
  return estimate(answers, margins, JSON.parse(settingsFile(content)));
}

/** The overall figures agree: counts exactly, measures to ten digits. */
function expectSame(other: Figures, { figures: { overall, verdict } }: SnapshotContent): void {
  expect(other.overall.counts).toEqual(overall.counts);
  expect(other.overall.tally).toEqual(overall.tally);
  expect(other.verdict?.standing).toBe(verdict?.standing);
  const numbersOf = ({ measures }: typeof overall) =>
    measures && [
      measures.valid,
      measures.deff,
      measures.effective,
      ...Object.values(measures.share),
      ...Object.values(measures.score).map((value) => value ?? -1),
    ];
  const [own, theirs] = [numbersOf(overall) ?? [], numbersOf(other.overall) ?? []];
  expect(theirs).toHaveLength(own.length);
  own.forEach((value, at) => {
    expect(Math.abs((theirs[at] as number) - value)).toBeLessThanOrEqual(
      1e-10 * Math.max(1, Math.abs(value)),
    );
  });
}

/** A sample of three towns, the last of which has few answers, and few of them good. */
function cityWith(few: number, choice: Choice = 'not_satisfied'): Answer[] {
  return levels.age.flatMap((age, at) =>
    levels.sex.flatMap((sex) => [
      sheets(40, 'satisfied', ['choucheng', age, sex]),
      sheets(5 + at, 'fairly_satisfied', ['choucheng', age, sex]),
      sheets(30, 'satisfied', ['fotang', age, sex]),
      sheets(4, 'not_very_satisfied', ['fotang', age, sex]),
      sheets(1, 'dont_know', ['fotang', age, sex]),
      sheets(few, choice, ['suxi', age, sex]),
    ]),
  );
}

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'snapshot-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('the files of a snapshot', () => {
  test('give the published figure again, whatever the sample and its weights', () => {
    fc.assert(
      fc.property(fullSamples, populations, (answers, margins) => {
        let content: SnapshotContent | undefined;
        const code = codeOf(() => {
          content = snapshotOf(answers, margins);
        });
        fc.pre(code === undefined && content?.figures.overall.measures !== null);
        expectSame(again(content as SnapshotContent), content as SnapshotContent);
      }),
      { numRuns: 200 },
    );
  });

  test('do so without weights too, where every answer has one group', () => {
    const content = snapshotOf(cityWith(6), null);
    expectSame(again(content), content);
    expect(marginsFile(content).match(/town,g/g)).toHaveLength(5);
  });

  test.each(['plain', 'trimmed', 'merged'])(
    'go through npm run estimate and come out as they were published: the %s sample of R',
    { timeout: 60_000 },
    (name) => {
      const { answers } = readAnswers('', fixture(`${name}-answers.csv`));
      const { margins } = readMargins('', fixture(`${name}-margins.csv`));
      const content = snapshotOf(answers, margins);
      const paths = Object.entries({
        'answers.csv': answersFile(content),
        'margins.csv': marginsFile(content),
        'settings.json': settingsFile(content),
      }).map(([file, text]) => {
        writeFileSync(join(dir, file), text);
        return join(dir, file);
      });
      const { status, stdout } = spawnSync(
        process.execPath,
        [join(projectDir, 'scripts/estimate.ts'), ...paths],
        { encoding: 'utf8', maxBuffer: 1e8 },
      );
      expect(status).toBe(0);
      expectSame(JSON.parse(stdout), content);
    },
  );

  test('are a function of what the page shows: other answers in a blanked cell leave no trace', () => {
    // The same sheets, but what the few of Suxi and as many of Fotang said is exchanged.
    const few = cityWith(4, 'not_very_satisfied');
    const exchanged = few.map((answer) => {
      const isFew = answer.town === 'suxi';
      const isGiven =
        answer.town === 'fotang' && answer.choices.satisfaction === 'not_very_satisfied';
      return isFew || isGiven ? { ...answer, town: isFew ? 'fotang' : 'suxi' } : answer;
    });
    const [one, other] = [snapshotOf(few, null), snapshotOf(exchanged, null)];
    const suxi = one.figures.by.town.find(({ level }) => level === 'suxi');
    expect(suxi).toEqual({ level: 'suxi', visibility: 'blanked', measures: null });
    for (const file of [answersFile, marginsFile, settingsFile]) {
      expect(file(one)).toBe(file(other));
    }
  });

  test('blank a second cell beside a small one, and no file names a number of either', () => {
    const content = snapshotOf(cityWith(4), someMargins);
    const blanked = content.figures.by.town.filter(({ visibility }) => visibility === 'blanked');
    expect(blanked.map(({ level }) => level)).toEqual(['fotang', 'suxi']);
    const rows = figuresFile(content).split('\r\n');
    expect(rows.filter((row) => row.includes('blanked'))).toEqual([
      'satisfaction,town,fotang,blanked,,,,,,,,',
      'satisfaction,town,suxi,blanked,,,,,,,,',
    ]);
    for (const text of [
      answersFile(content),
      marginsFile(content),
      spssFile('x', content),
      // That a town was merged to be weighted is said; what it answered is not.
      JSON.stringify({ ...content.figures, by: null, weighting: null }),
    ]) {
      expect(text).not.toMatch(/suxi|fotang|16-34|female/);
    }
  });

  test('hold a syntax for SPSS that quotes words, weighs every group and knows what is missing', () => {
    const content = snapshotOf(cityWith(6), someMargins);
    const syntax = spssFile('a-snapshot', content);
    expect(syntax).toContain("/FILE='a-snapshot.csv'");
    expect(syntax).toContain("It''s short.");
    expect(syntax).toContain("MISSING VALUES answer ('dont_know').");
    const groups = new Set(answersFile(content).match(/^g\d+/gm));
    expect(syntax.match(/^IF \(weight_group/gm)).toHaveLength(groups.size);
  });

  test('are empty but for their heads where the figure is blanked', () => {
    const content = snapshotOf([sheets(10, 'satisfied', [null, null, null])], null);
    expect(content.figures.overall.measures).toBeNull();
    expect(answersFile(content)).toBe('\uFEFFtown,age,sex,answer\r\n');
  });
});

describe('the content of a snapshot', () => {
  test('counts sheets by mode and keeps margins with their source', () => {
    const content = snapshotOf(cityWith(6), someMargins);
    expect(content.modes).toEqual({ web: 0, phone: 0, paper: content.figures.weighting.sheets });
    expect(content.margins?.[0]).toMatchObject({ source: 'Test', as_of: '2025-12-31' });
  });

  test('is the same when computed again, whatever the order of keys and the version of the code', () => {
    const content = snapshotOf(cityWith(6), someMargins);
    const reordered = Object.fromEntries(
      Object.entries(JSON.parse(JSON.stringify(content))).reverse(),
    ) as unknown as SnapshotContent;
    expect(isSameContent(content, { ...reordered, code_version: 'other' })).toBe(true);
    expect(isSameContent(content, snapshotOf(cityWith(7), someMargins))).toBe(false);
  });
});
