// `npm run survey:keys [-- 8]`: adds keys for coming surveys to the ring in SURVEY_KEYS_DIR, and says what the
// next build has to know of them.
import { makeKeys, readRing } from '../src/features/surveys/token/key-ring.ts';

const dir = process.env.SURVEY_KEYS_DIR;
const count = Number(process.argv[2] ?? 4);
if (!dir || !Number.isInteger(count) || count < 0 || count > 100) {
  console.error(
    '\nSURVEY_KEYS_DIR is the folder of the private keys, on the server alone and in no backup: ' +
      '`SURVEY_KEYS_DIR=/srv/survey-keys npm run survey:keys -- 4` adds four, at most 100 at once.\n',
  );
  process.exit(1);
}
await makeKeys(dir, count);
const ring = await readRing(dir);
console.log(`${count} keys made, ${ring.length} in the ring. Build the site with\n`);
console.log(`PUBLIC_SURVEY_KEYS=${ring.map(({ fingerprint }) => fingerprint).join(',')}\n`);
