// Supabase's own command-line tool, kept away from the network settings and the home of whoever runs it.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';

interface CliResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface SupabaseCli {
  /** Runs the tool against a database. */
  run(args: string[], databaseUrl: string): Promise<CliResult>;
  /** The same; fails with what the tool said when it did not succeed. */
  succeed(args: string[], databaseUrl: string): Promise<CliResult>;
  /** Removes what it has written. */
  remove(): void;
}

/** The tool in a copy of the project's `supabase` folder, because it writes notes of its own there. */
export function supabaseCli(): SupabaseCli {
  const folder = mkdtempSync(join(tmpdir(), 'green-yiwu-cli-'));
  cpSync(join(projectDir, 'supabase'), join(folder, 'supabase'), {
    recursive: true,
    filter: (path) => !/[/\\](local|\.temp)$/.test(path),
  });
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    SUPABASE_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  };
  const run: SupabaseCli['run'] = (args, databaseUrl) =>
    new Promise((resolve) => {
      // The database of a test speaks no TLS; left to itself, the tool would say so on stdout.
      const remote = `--remote=${databaseUrl}?sslmode=disable`;
      const child = execFile(
        join(projectDir, 'node_modules/.bin/supabase'),
        [...args, remote],
        { cwd: folder, env, maxBuffer: 10_000_000 },
        (error, stdout, stderr) => {
          const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
          resolve({ exitCode, stdout, stderr });
        },
      );
      // Nobody is there to answer a question.
      child.stdin?.end();
    });
  return {
    run,
    async succeed(args, databaseUrl) {
      const result = await run(args, databaseUrl);
      if (result.exitCode !== 0) {
        throw new Error(`\`supabase ${args.join(' ')}\` failed: ${result.stdout}${result.stderr}`);
      }
      return result;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
