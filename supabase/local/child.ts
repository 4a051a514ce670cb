import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, openSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, StackError } from './config.ts';

/** Where a part of the stack writes what it has to say. */
const logFile = (dataDir: string, name: string) => join(dataDir, `${name}.log`);

/** Ends a process this stack started and waits until it has gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(patience);
}

/** Starts a script of this folder and waits until it says that it is ready. */
export async function startPart(options: {
  script: string;
  name: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
}): Promise<ChildProcess> {
  const log = openSync(logFile(options.dataDir, options.name), 'a');
  // The folder is named on the command line, so that `ps` tells whose part this is.
  const child = fork(join(import.meta.dirname, options.script), [options.dataDir], {
    cwd: projectDir,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [{ failed: `see ${logFile(options.dataDir, options.name)}` }]),
  ])) as [{ ready?: true; failed?: string }];
  if (message.failed) throw new StackError(message.failed);
  return child;
}

/** Runs a command to its end, its output in a log; throws a sentence when it fails. */
export async function run(
  command: string,
  args: string[],
  options: { dataDir: string; name: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  const file = logFile(options.dataDir, options.name);
  const log = createWriteStream(file, { flags: 'w' });
  const child = spawn(command, args, {
    cwd: projectDir,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new StackError(`\`${command} ${args.join(' ')}\` failed: see ${file}.`);
}
