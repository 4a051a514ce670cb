import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './config.ts';

/** Keys of this one data folder, made at its first start; none of them is in the repository. */
export interface Secrets {
  databasePassword: string;
  jwtSecret: string;
  /** The key a browser may know; on hosted Supabase, the project's publishable key. */
  publishableKey: string;
  /** The key of trusted servers; passes row-level security. */
  secretKey: string;
  /** The key with which a scheduler calls /jobs/ of the site. */
  jobsKey: string;
  /** Password of every demo account. */
  demoPassword: string;
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url');

const generate = (): Secrets => ({
  databasePassword: random(18),
  jwtSecret: random(32),
  publishableKey: `sb_publishable_${random(18)}`,
  secretKey: `sb_secret_${random(24)}`,
  jobsKey: random(24),
  demoPassword: `yiwu-${randomBytes(4).toString('hex')}`,
});

/** Reads the keys of a data folder, or makes them when the folder is new. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dataDir, { recursive: true });
    const secrets = generate();
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    return secrets;
  }
  try {
    const known = JSON.parse(text) as Partial<Secrets>;
    const secrets = { ...generate(), ...known };
    // A key that is newer than the folder is made now.
    if (Object.keys(secrets).length > Object.keys(known).length) {
      writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    }
    return secrets;
  } catch {
    throw new StackError(
      `${file} is half-written. Run \`npm run reset\` to empty the data folder and start again.`,
    );
  }
}
