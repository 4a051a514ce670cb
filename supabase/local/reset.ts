// `npm run reset`: empties the data folder, so that the next start begins afresh.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, readConfig } from './config.ts';
import { runningServer } from './postgres.ts';

const { dataDir } = readConfig();
if (dataDir === projectDir || (existsSync(dataDir) && !existsSync(join(dataDir, 'secrets.json')))) {
  console.error(
    `${dataDir} does not look like a data folder of this project, so it was left alone.`,
  );
  process.exit(1);
}
if (runningServer(join(dataDir, 'postgres'))) {
  console.error(`The stack still runs from ${dataDir}: stop it with Ctrl-C, then reset.`);
  process.exit(1);
}
rmSync(dataDir, { recursive: true, force: true });
console.log(`${dataDir} is empty now.`);
