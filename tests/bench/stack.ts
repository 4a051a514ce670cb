import { rmSync } from 'node:fs';
import { StackError } from '../../supabase/local/config.ts';
import { requireFreePorts } from '../../supabase/local/ports.ts';
import { type Stack, startStack } from '../../supabase/local/stack.ts';
import { stackConfig } from './settings.ts';

/** Starts the bench's own stack on an empty data folder, with demo data and the built site. */
export async function startBenchStack(): Promise<Stack> {
  try {
    // Before anything is deleted: a bench that still runs holds these ports.
    await requireFreePorts(stackConfig);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    throw new StackError(`${error.message} For the bench put BENCH_ before the variable's name.`);
  }
  rmSync(stackConfig.dataDir, { recursive: true, force: true });
  return startStack(stackConfig, { demo: true, say: (part) => console.log(`  ${part} …`) });
}
