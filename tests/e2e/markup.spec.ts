import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectDir } from '../../supabase/local/config.ts';
import { findJava } from '../support/java.ts';
import { bothLanguages, publicPages } from './addresses';
import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test.setTimeout(120_000);

test('the W3C validator finds no fault in the markup of any page', async ({ page }) => {
  const java = findJava();
  const folder = join(projectDir, '.data-test-markup');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const save = async (path: string) => {
    const name = path.replace(/[^a-z0-9]+/gi, '_') || 'home';
    writeFileSync(join(folder, `${name}.html`), await (await page.request.get(path)).text());
  };
  for (const path of bothLanguages(publicPages)) await save(path);
  await new SignInPage(page).signUp(newcomer());
  for (const path of bothLanguages(['/account/', '/wallet/', '/survey/']))
    await save(`${path}?signed-in`);
  await new SignInPage(page).signIn('merchant@example.com');
  await save('/merchant/?signed-in');
  await new SignInPage(page).signIn('administrator@example.com');
  for (const room of ['', 'people/', 'people/roles/', 'audit/', 'rewards/', 'prices/', 'report/'])
    await save(`/bureau/${room}?signed-in`);
  await new SignInPage(page).signIn('editor@example.com');
  await save('/bureau/rewards/31111111-1111-4111-8111-111111111111/?signed-in');
  await new SignInPage(page).signIn('moderator@example.com');
  for (const room of ['', 'record/', 'audit/']) await save(`/bureau/moderation/${room}`);

  const validator = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const { stdout } = await promisify(execFile)(
    java,
    ['-jar', validator, '--exit-zero-always', '--stdout', '--format', 'json', folder],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { messages } = JSON.parse(stdout) as {
    messages: { type: string; subType?: string; url: string; lastLine: number; message: string }[];
  };
  const faults = messages
    .filter(({ type, subType }) => type === 'error' || subType === 'warning')
    .map(({ url, lastLine, message }) => `${url.split('/').at(-1)}:${lastLine} ${message}`);
  expect(faults).toEqual([]);
});
