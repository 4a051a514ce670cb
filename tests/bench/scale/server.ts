// A server of its own for the two sizes, each a database of it, in a folder that is deleted at the end.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { end, startPart } from '../../../supabase/local/child.ts';
import type { StackConfig } from '../../../supabase/local/config.ts';
import { connect } from '../../../supabase/local/migrate.ts';
import { requireFreePorts } from '../../../supabase/local/ports.ts';
import { type Database, startPostgres } from '../../../supabase/local/postgres.ts';
import { loadSecrets } from '../../../supabase/local/secrets.ts';
import { stackConfig } from '../settings.ts';

const config: StackConfig = {
  ...stackConfig,
  sitePort: stackConfig.sitePort + 20,
  apiPort: stackConfig.apiPort + 20,
  dbPort: stackConfig.dbPort + 20,
  mailPort: stackConfig.mailPort + 20,
  dataDir: join(stackConfig.dataDir, 'scale'),
};

/** For filling: what a power cut would lose is made again. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=2GB',
  'maintenance_work_mem=1GB',
  'work_mem=256MB',
].flatMap((flag) => ['-c', flag]);

const start = (flags: string[]) =>
  startPostgres({
    dataDir: config.dataDir,
    port: config.dbPort,
    password: loadSecrets(config.dataDir).databasePassword,
    flags,
  });

export const sizeNames = ['small', 'big'] as const;
export type SizeName = (typeof sizeNames)[number];

/** Makes a server with one migrated database per size, for filling; `restart` gives it back as it is in use. */
export async function makeServer() {
  await requireFreePorts(config);
  const remove = () => rmSync(config.dataDir, { recursive: true, force: true });
  remove();
  mkdirSync(config.dataDir, { recursive: true });
  // When root starts PostgreSQL, it runs as another user and must pass through these folders.
  for (const folder of [stackConfig.dataDir, config.dataDir]) chmodSync(folder, 0o755);
  let server: Database = await start(careless);
  const services = await startPart({
    script: 'services.ts',
    name: 'services',
    dataDir: config.dataDir,
    env: { STACK: JSON.stringify({ config, databaseUrl: server.url, demo: false }) },
  });
  await end(services);
  const sql = connect(server.urlOf('template1'));
  for (const name of sizeNames) await sql.unsafe(`create database ${name} template postgres`);
  await sql.end();
  return {
    urlOf: (name: SizeName) => server.urlOf(name),
    async restart() {
      await server.stop();
      server = await start([]);
    },
    async remove() {
      await server.stop();
      remove();
    },
  };
}
