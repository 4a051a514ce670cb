// `npm run estimate -- answers.csv margins.csv [settings.json]`: the figures of a wave as JSON, so that anyone can
// compute a published one again from its downloads. The settings are those of the method unless a file names others.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EstimateError } from '../src/features/satisfaction/estimate/error.ts';
import { estimate } from '../src/features/satisfaction/estimate/estimate.ts';
import {
  placeOf,
  readAnswers,
  readMargins,
} from '../src/features/satisfaction/estimate/read-csv.ts';
import { defaultSettings, type Settings } from '../src/features/satisfaction/estimate/settings.ts';
import { textOfBytes } from '../src/lib/read-table.ts';

class InputError extends Error {}

function read(path: string): string {
  try {
    return textOfBytes(readFileSync(path));
  } catch {
    throw new InputError(`${path} cannot be read. Is it there, and a file?`);
  }
}

function readSettings(path: string | undefined): Settings {
  if (path === undefined) return defaultSettings;
  const text = read(path);
  try {
    return { ...defaultSettings, ...(JSON.parse(text) as Partial<Settings>) };
  } catch {
    throw new InputError(`${path} is not JSON.`);
  }
}

function main([answersPath, marginsPath, settingsPath, ...more]: string[]): void {
  if (!answersPath || !marginsPath || more.length > 0) {
    throw new InputError(
      'Say which files: npm run estimate -- answers.csv margins.csv [settings.json]',
    );
  }
  const [answersFile, marginsFile] = [basename(answersPath), basename(marginsPath)];
  const answers = { file: answersFile, ...readAnswers(answersFile, read(answersPath)) };
  const margins = { file: marginsFile, ...readMargins(marginsFile, read(marginsPath)) };
  const settings = readSettings(settingsPath);
  try {
    console.log(JSON.stringify(estimate(answers.answers, margins.margins, settings), null, 2));
  } catch (error) {
    if (!(error instanceof EstimateError)) throw error;
    throw new InputError(`${placeOf(error, answers, margins)}${error.message}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError || error instanceof EstimateError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
