// Runs before every build: says in a sentence which variable is missing, before anything else starts.
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');

const missing = ['PUBLIC_SUPABASE_URL', 'PUBLIC_SUPABASE_PUBLISHABLE_KEY'].filter(
  (name) => !process.env[name],
);
const url = process.env.PUBLIC_SUPABASE_URL ?? '';
if (missing.length > 0) {
  console.error(
    `\nThe build needs ${missing.join(' and ')}: the address and the publishable key of the Supabase project. ` +
      '`npm start` sets both for the embedded one.\n',
  );
  process.exit(1);
}
if (!URL.canParse(url)) {
  console.error(
    `\nPUBLIC_SUPABASE_URL=${url} is not an address: it looks like https://<project>.supabase.co.\n`,
  );
  process.exit(1);
}
