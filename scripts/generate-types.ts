// Writes src/lib/database.types.ts from the migrations, with Supabase's own tool, over a database made for it.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, readConfig } from '../supabase/local/config.ts';
import { startStack } from '../supabase/local/stack.ts';

const dataDir = join(projectDir, '.data-types');
rmSync(dataDir, { recursive: true, force: true });
const config = {
  ...readConfig(),
  dataDir,
  sitePort: 4841,
  apiPort: 25841,
  dbPort: 25842,
  mailPort: 25844,
};
const stack = await startStack(config, { demo: false, site: false });
try {
  const types = execFileSync(
    'supabase',
    ['gen', 'types', 'typescript', `--remote=${stack.database.url}?sslmode=disable`],
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
