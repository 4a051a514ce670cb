import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, startPart } from './child.ts';
import { apiUrl, projectDir, type StackConfig, siteUrl, smtpPort } from './config.ts';
import type { Secrets } from './secrets.ts';
import { keysDir } from './survey-keys.ts';

/** The variables a build needs, and what the site is called. */
const siteEnv = (config: StackConfig, secrets: Secrets, pins: string) => ({
  PUBLIC_SUPABASE_URL: apiUrl(config),
  PUBLIC_SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
  PUBLIC_SURVEY_KEYS: pins,
  SITE_URL: siteUrl(config),
  SITE_DIR: config.siteDir,
  ASTRO_TELEMETRY_DISABLED: '1',
});

/** What the site needs besides to do its jobs and to sign tokens; secret, and only where it runs. */
const jobsEnv = (config: StackConfig, secrets: Secrets) => ({
  JOBS_KEY: secrets.jobsKey,
  SUPABASE_SECRET_KEY: secrets.secretKey,
  SMTP_URL: `smtp://127.0.0.1:${smtpPort(config)}`,
  SURVEY_KEYS_DIR: keysDir(config),
  MAIL_FROM: '两山义行 <no-reply@green-yiwu.example>',
});

/** A fingerprint of everything a build is made from. */
function fingerprint(env: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(env));
  const files = globSync(
    ['src/**/*', 'public/**/*', 'scripts/**/*', 'astro.config.mjs', 'package-lock.json'],
    { cwd: projectDir, withFileTypes: true },
  );
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && !path.includes('/generated/'))
      hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Builds the site unless the same one is there already. */
export async function buildSite(
  config: StackConfig,
  secrets: Secrets,
  pins: string,
): Promise<void> {
  const env = siteEnv(config, secrets, pins);
  const stamp = join(config.siteDir, 'built-from');
  const current = fingerprint(env);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  await run('npm', ['run', 'build'], { dataDir: config.dataDir, name: 'build', env });
  writeFileSync(stamp, current);
}

/** Serves the built site on 127.0.0.1 and waits until it answers. */
export const startSite = (
  config: StackConfig,
  secrets: Secrets,
  pins: string,
): Promise<ChildProcess> =>
  startPart({
    script: 'serve-site.ts',
    name: 'site',
    dataDir: config.dataDir,
    env: {
      ...siteEnv(config, secrets, pins),
      ...jobsEnv(config, secrets),
      HOST: '127.0.0.1',
      PORT: String(config.sitePort),
    },
  });
