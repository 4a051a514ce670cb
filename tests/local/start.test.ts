import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../supabase/local/config.ts';

const dataDir = join(projectDir, '.data-test-start');
const env = {
  ...process.env,
  PORT: '4881',
  API_PORT: '25881',
  DB_PORT: '25882',
  MAIL_PORT: '25884',
  DATA_DIR: dataDir,
  SITE_DIR: join(projectDir, '.data-test-site-start'),
};

interface Run {
  child: ChildProcess;
  output: () => string;
}

function start(script = 'start.ts', extra: NodeJS.ProcessEnv = {}, ...args: string[]): Run {
  const child = spawn(process.execPath, [join(projectDir, 'supabase/local', script), ...args], {
    cwd: projectDir,
    env: { ...env, ...extra },
  });
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  return { child, output: () => text };
}

async function untilEnd({ child, output }: Run): Promise<{ code: number | null; text: string }> {
  const [code] = await once(child, 'exit');
  return { code, text: output() };
}

async function untilReady({ child, output }: Run): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('Ctrl-C stops') && resolve());
    child.once('exit', () => reject(new Error(output())));
  });
  return output();
}

interface Process {
  pid: number;
  line: string;
}

/** All processes with their command lines; a bare machine has /proc and no `ps`. */
function processes(): Process[] {
  if (!existsSync('/proc/self')) {
    return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((row) => ({ pid: Number.parseInt(row, 10), line: row.replace(/^\s*\d+ /, '') }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return { pid: Number(name), line: readFileSync(`/proc/${name}/cmdline`, 'utf8') };
      } catch {
        return { pid: Number(name), line: '' };
      }
    });
}

/** What still runs of the stack under test: each of its parts names the data folder. */
const listeners = () => processes().filter(({ line }) => line.includes(dataDir));

/** Has the API answer nothing, as if its machine had gone, while something is done. */
async function whileApiIsSilent<Result>(doing: () => Promise<Result>): Promise<Result> {
  const [api] = listeners().filter(({ line }) => line.includes('services.ts'));
  if (!api) throw new Error('No process of the API was found.');
  process.kill(api.pid, 'SIGSTOP');
  try {
    return await doing();
  } finally {
    process.kill(api.pid, 'SIGCONT');
  }
}

const signIn = (headers: Record<string, string>, body: string) =>
  fetch('http://127.0.0.1:25881/auth/v1/token?grant_type=password', {
    method: 'POST',
    headers,
    body,
  });

const expectSentence = (text: string) => {
  expect(text).not.toMatch(/\n\s+at /);
  expect(text).not.toContain('Error:');
};

afterAll(() => {
  for (const folder of [dataDir, env.SITE_DIR]) rmSync(folder, { recursive: true, force: true });
});

describe('npm start refuses with one sentence', () => {
  test('a port that is no number', async () => {
    const { code, text } = await untilEnd(start('start.ts', { API_PORT: 'abc' }));
    expect(code).toBe(1);
    expect(text).toContain('API_PORT=abc is not a port');
    expectSentence(text);
  });

  test('the same port given twice', async () => {
    const { code, text } = await untilEnd(start('start.ts', { API_PORT: '4881' }));
    expect(code).toBe(1);
    expect(text).toContain('API_PORT and PORT are both 4881');
    expectSentence(text);
  });

  test('a port somebody else holds, naming the variable to change', async () => {
    const holder = createServer().listen(25882, '127.0.0.1');
    await once(holder, 'listening');
    const { code, text } = await untilEnd(start());
    holder.close();
    expect(code).toBe(1);
    expect(text).toContain('Port 25882 is taken');
    expect(text).toContain('DB_PORT');
    expectSentence(text);
  });

  test('keys that were half-written', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'secrets.json'), '{"databasePassword": "x');
    const { code, text } = await untilEnd(start());
    rmSync(dataDir, { recursive: true });
    expect(code).toBe(1);
    expect(text).toContain('half-written');
    expect(text).toContain('npm run reset');
    expectSentence(text);
  });
});

test('a build without its two variables says which are missing', async () => {
  const child = spawn(process.execPath, ['scripts/require-variables.ts'], {
    cwd: projectDir,
    env: { ...process.env, PUBLIC_SUPABASE_URL: '', PUBLIC_SUPABASE_PUBLISHABLE_KEY: '' },
  });
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const { code } = await untilEnd({ child, output: () => text });
  expect(code).toBe(1);
  expect(text).toContain('PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY');
  expectSentence(text);
});

describe('npm run reset', () => {
  test('leaves a folder alone that is not a data folder', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'holiday-photos.txt'), 'precious');
    const { code, text } = await untilEnd(start('reset.ts'));
    expect(code).toBe(1);
    expect(text).toContain('left alone');
    expect(existsSync(join(dataDir, 'holiday-photos.txt'))).toBe(true);
    rmSync(dataDir, { recursive: true });
  });
});

test('a first start that was cut off is begun anew; a page says when the API does not answer it; a second start finds its data; Ctrl-C leaves nothing running; reset empties', async () => {
  // What a crash in the middle of the first start leaves: a folder without its completion mark.
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18');

  const first = start('start.ts', {}, '--demo');
  const block = await untilReady(first);
  for (const line of [
    'http://127.0.0.1:4881',
    'http://127.0.0.1:25881',
    'http://127.0.0.1:25884',
    'resident@example.com',
    'merchant@example.com',
    'moderator@example.com',
    'analyst@example.com',
    'interviewer@example.com',
    'administrator@example.com',
  ]) {
    expect(block).toContain(line);
  }
  const health = await (await fetch('http://127.0.0.1:4881/healthz')).json();
  expect(health).toMatchObject({ status: 'ok' });
  const mailbox = await fetch('http://127.0.0.1:25884/', { headers: { accept: 'text/html' } });
  expect(mailbox.status).toBe(200);
  const { publishableKey } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  const headers = { apikey: publishableKey, 'content-type': 'application/json' };
  const account = JSON.stringify({ email: 'stays@example.com', password: 'stays-here-1' });
  await fetch('http://127.0.0.1:25881/auth/v1/signup', { method: 'POST', headers, body: account });

  const session = await (await signIn(headers, account)).json();
  const cookie = `yiwu-session=base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
  const openWallet = () => fetch('http://127.0.0.1:4881/en/wallet/?day=1', { headers: { cookie } });
  const own = await openWallet();
  expect(own.headers.get('X-Resident')).toBe(session.user.id);
  const asked = Date.now();
  const away = await whileApiIsSilent(openWallet);
  expect(Date.now() - asked).toBeLessThan(15_000);
  expect(away.status).toBe(503);
  expect(away.headers.get('X-Resident')).toBeNull();
  expect(away.headers.get('Cache-Control')).toBe('private, no-store');
  const page = await away.text();
  expect(page).toContain('The data cannot be read just now.');
  expect(page).toContain('href="/en/wallet/?day=1"');
  expect((await openWallet()).status).toBe(200);

  const busy = await untilEnd(start('reset.ts'));
  expect(busy.code).toBe(1);
  expect(busy.text).toContain('still runs');

  first.child.kill('SIGINT');
  expect((await untilEnd(first)).code).toBe(0);
  expect(listeners()).toEqual([]);

  const second = start('start.ts', {}, '--demo');
  await untilReady(second);
  expect((await signIn(headers, account)).status).toBe(200);

  // Killed without a chance to tidy up, it leaves a database that the next start takes over.
  second.child.kill('SIGKILL');
  await untilEnd(second);
  await expect
    .poll(() => listeners().filter(({ line }) => line.includes('supabase/local')), {
      timeout: 15_000,
    })
    .toEqual([]);
  const third = start('start.ts', {}, '--demo');
  await untilReady(third);
  third.child.kill('SIGTERM');
  expect((await untilEnd(third)).code).toBe(0);
  expect(listeners()).toEqual([]);

  expect((await untilEnd(start('reset.ts'))).code).toBe(0);
  expect(existsSync(dataDir)).toBe(false);
}, 180_000);
