// Writes src/lib/database.types.ts from the migrations, with Supabase's own tool, over a database made for it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir, readConfig } from '../supabase/local/config.ts';
import { startStack } from '../supabase/local/stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'green-yiwu-types-'));
const config = {
  ...readConfig(),
  dataDir,
  sitePort: 4841,
  apiPort: 55841,
  dbPort: 55842,
  mailPort: 55844,
};
const stack = await startStack(config, { demo: false, site: false });
try {
  const types = execFileSync(
    'supabase',
    ['gen', 'types', 'typescript', `--remote=${stack.database.url}`],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  writeFileSync(join(projectDir, 'src/lib/database.types.ts'), types);
} finally {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
