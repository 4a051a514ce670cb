import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { apiUrl, projectDir, type StackConfig, siteUrl } from '../../supabase/local/config.ts';
import { startStack } from '../../supabase/local/stack.ts';

const dataDir = join(projectDir, '.data-test-e2e');

/** The stack of the browser tests: its own ports and folder, beside whatever else runs here. */
export const config: StackConfig = {
  sitePort: Number(process.env.TEST_PORT ?? 4921),
  apiPort: Number(process.env.TEST_API_PORT ?? 25921),
  dbPort: Number(process.env.TEST_DB_PORT ?? 25922),
  mailPort: Number(process.env.TEST_MAIL_PORT ?? 25924),
  dataDir,
  siteDir: join(projectDir, '.data-test-site'),
};

export const baseURL = siteUrl(config);

export default async function setUp() {
  rmSync(dataDir, { recursive: true, force: true });
  const stack = await startStack(config, { demo: true, history: true });
  process.env.E2E_DEMO_PASSWORD = stack.secrets.demoPassword;
  process.env.E2E_DATABASE_URL = stack.database.url;
  process.env.E2E_JOBS_KEY = stack.secrets.jobsKey;
  process.env.E2E_API_URL = apiUrl(config);
  process.env.E2E_PUBLISHABLE_KEY = stack.secrets.publishableKey;
  return () => stack.stop();
}
