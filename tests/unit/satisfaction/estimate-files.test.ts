import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { estimate } from '../../../src/features/satisfaction/estimate/estimate';
import { readAnswers, readMargins } from '../../../src/features/satisfaction/estimate/read-csv';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings';

const projectDir = join(import.meta.dirname, '../../..');
const fixture = (name: string) => join(projectDir, 'tests/fixtures/survey-r', name);

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'estimate-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the command on files, given by their names and texts or by their paths. */
function run(...files: (string | [name: string, text: string])[]) {
  const paths = files.map((file) => {
    if (typeof file === 'string') return file;
    writeFileSync(join(dir, file[0]), file[1]);
    return join(dir, file[0]);
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectDir, 'scripts/estimate.ts'), ...paths],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr: stderr.trim() };
}

const good = 'town,age,sex,answer\nchoucheng,16-34,female,satisfied\n';
const margins =
  'variable,level,population\ntown,choucheng,100\nage,16-34,60\nage,35+,40\nsex,female,50\nsex,male,50\n';

describe('npm run estimate', { timeout: 60_000 }, () => {
  test('prints the figures of two files as JSON, those the site would make', () => {
    const { status, stdout } = run(fixture('plain-answers.csv'), fixture('plain-margins.csv'));
    expect(status).toBe(0);
    const text = (name: string) => readFileSync(fixture(name), 'utf8');
    const { answers } = readAnswers('', text('plain-answers.csv'));
    const own = estimate(
      answers,
      readMargins('', text('plain-margins.csv')).margins,
      defaultSettings,
    );
    expect(JSON.parse(stdout)).toEqual(own);
  });

  test('takes the settings of a published figure from a third file', () => {
    const settings: [string, string] = ['settings.json', '{"target": 0.8}'];
    const { stdout } = run(fixture('plain-answers.csv'), fixture('plain-margins.csv'), settings);
    expect(JSON.parse(stdout)).toMatchObject({
      settings: { target: 0.8 },
      verdict: { standing: 'above' },
    });
  });

  test.each([
    [
      'a word that is no answer',
      `${good}choucheng,16-34,female,very\n`,
      margins,
      'answers.csv, line 3: the answer is “very”, and has to be one of satisfied, fairly, not_very, not, dont_know.',
    ],
    [
      'a town the margins do not have',
      `${good}\nhangzhou,16-34,male,not\n`,
      margins,
      'answers.csv, line 4: Somebody answered with the town “hangzhou”, which the margins do not have.',
    ],
    [
      'a population that is no number',
      good,
      `${margins}town,fotang,many\n`,
      'margins.csv, line 7: the population is “many”, and has to be a number above 0, written as 120500.',
    ],
    [
      'a level that stands there twice',
      good,
      `${margins}sex,male,50\n`,
      'margins.csv, line 7: The sex “male” stands there twice.',
    ],
    [
      'other columns',
      good.replace('answer', 'choice'),
      margins,
      'answers.csv, line 1: the columns are town,age,sex,choice, and have to be town,age,sex,answer.',
    ],
  ])('names the line of %s and ends with 1', (_, answersText, marginsText, sentence) => {
    expect(run(['answers.csv', answersText], ['margins.csv', marginsText])).toEqual({
      status: 1,
      stdout: '',
      stderr: sentence,
    });
  });

  test('says which file it cannot read, and what it wants', () => {
    expect(run(join(dir, 'nowhere.csv'), fixture('plain-margins.csv'))).toMatchObject({
      status: 1,
      stderr: `${join(dir, 'nowhere.csv')} cannot be read. Is it there, and a file?`,
    });
    expect(run()).toMatchObject({
      status: 1,
      stderr: 'Say which files: npm run estimate -- answers.csv margins.csv [settings.json]',
    });
  });
});

describe('the files', () => {
  test('may have their columns in another order, quotes, a byte order mark, and things left open', () => {
    const { answers } = readAnswers('', '\uFEFFanswer,sex,age,town\r\n"fairly",,60+,fotang\r\n');
    expect(answers).toEqual([
      { town: 'fotang', age: '60+', sex: null, choices: { satisfaction: 'fairly_satisfied' } },
    ]);
  });

  test.each([
    ['', 'answers.csv is empty. Its first line has to be town,age,sex,answer.'],
    [
      'town,age,sex,answer,mode\n',
      'answers.csv, line 1: the columns are town,age,sex,answer,mode, and have to be town,age,sex,answer.',
    ],
    ['town,age,sex,answer\na,b,c\n', 'answers.csv, line 2: there are 3 values for 4 columns.'],
    [
      'town,age,sex,answer\na,b,c,\n',
      'answers.csv, line 2: the answer is “”, and has to be one of satisfied, fairly, not_very, not, dont_know.',
    ],
    [
      'town,age,sex,answer\na,b,c,toString\n',
      'answers.csv, line 2: the answer is “toString”, and has to be one of satisfied, fairly, not_very, not, dont_know.',
    ],
  ])('of answers are refused with a sentence: %j', (text, sentence) => {
    expect(() => readAnswers('answers.csv', text)).toThrow(sentence);
  });

  test.each([
    [
      'country,all,5',
      'margins.csv, line 2: the variable is “country”, and has to be town, age or sex.',
    ],
    ['town,,5', 'margins.csv, line 2: the level of town has no name.'],
    [
      'town,suxi,0',
      'margins.csv, line 2: the population is “0”, and has to be a number above 0, written as 120500.',
    ],
    [
      'town,suxi,1e5',
      'margins.csv, line 2: the population is “1e5”, and has to be a number above 0, written as 120500.',
    ],
  ])('of margins are refused with a sentence: %s', (row, sentence) => {
    expect(() => readMargins('margins.csv', `variable,level,population\n${row}\n`)).toThrow(
      sentence,
    );
  });
});
