// PostgreSQL in a process of its own, so that it may be killed from outside. Started by index.ts.
import { endLeftover, startPostgres } from '../../../supabase/local/postgres.ts';

const options = JSON.parse(process.env.DATABASE ?? '{}') as Parameters<typeof startPostgres>[0];
process.once('disconnect', () => process.exit(0));

async function start() {
  // What a kill has left may not have gone yet, or not be known to have.
  for (let tries = 0; ; tries += 1) {
    try {
      await endLeftover(options.dataDir);
      return await startPostgres(options);
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

try {
  const database = await start();
  process.send?.({ ready: database.url });
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
}
