// Holds every commit between the moment it is durable and the moment its client is told: as if PostgreSQL waited for
// a second machine that never answers. Whoever is cut off then has been served and does not know.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../supabase/local/config.ts';
import { sql } from '../support/database.ts';

/** Comes back when so many sessions wait, with their commit done or for one that is. */
export async function holdCommits(sessions: number): Promise<void> {
  await sql`alter system set synchronous_standby_names = 'nobody'`;
  await sql`select pg_reload_conf()`;
  for (let all = 0, committed = 0; all < sessions || committed === 0; ) {
    const [row] = await sql<{ all: number; committed: number }[]>`
      select count(*)::integer as all, count(*) filter (where wait_event = 'SyncRep')::integer as committed
      from pg_stat_activity where wait_event = 'SyncRep' or wait_event_type = 'Lock'`;
    ({ all = 0, committed = 0 } = row ?? {});
  }
}

/** Lets commits be answered again, in a server that runs. */
export async function releaseCommits(): Promise<void> {
  await sql`alter system reset synchronous_standby_names`;
  await sql`select pg_reload_conf()`;
}

/** The same for a server that was killed. */
export const forgetSettings = () =>
  writeFileSync(join(readConfig().dataDir, 'postgres', 'postgresql.auto.conf'), '');
