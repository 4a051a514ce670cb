// Prepares the data folder of the crash tests once. Vitest runs this around the project "crash"; each file then starts
// the parts it kills.
import './settings.ts';
import { chmodSync, mkdirSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { apiUrl, mailUrl, readConfig, smtpPort } from '../../supabase/local/config.ts';
import { requireFreePorts } from '../../supabase/local/ports.ts';
import { endLeftover } from '../../supabase/local/postgres.ts';
import { loadSecrets } from '../../supabase/local/secrets.ts';
import { emptyDataDir } from '../support/stack.ts';
import { startApi, startDatabase } from './parts/index.ts';

export default async function setup(project: TestProject) {
  const config = readConfig();
  await endLeftover(config.dataDir);
  await requireFreePorts(config);
  emptyDataDir(config);
  mkdirSync(config.dataDir, { recursive: true });
  // When root starts PostgreSQL, it runs as another user and must pass through this folder.
  chmodSync(config.dataDir, 0o755);
  const secrets = loadSecrets(config.dataDir);
  const database = await startDatabase();
  const api = await startApi(database.url);
  await api.stop();
  await database.stop();
  project.provide('stack', {
    databaseUrl: database.url,
    apiUrl: apiUrl(config),
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    jwtSecret: secrets.jwtSecret,
    mailUrl: mailUrl(config),
    smtpUrl: `smtp://127.0.0.1:${smtpPort(config)}`,
  });
  return () => endLeftover(config.dataDir);
}
