import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StackConfig, siteUrl } from './config.ts';
import type { Secrets } from './secrets.ts';

const pause = 20_000;

/** Calls /jobs/ of the site as a scheduler would; what goes wrong is written to jobs.log. */
export function startJobs(config: StackConfig, secrets: Secrets): { stop(): Promise<void> } {
  const ending = new AbortController();
  const complain = (line: string) =>
    appendFileSync(join(config.dataDir, 'jobs.log'), `${new Date().toISOString()} ${line}\n`);
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void>;

  const call = async () => {
    try {
      const answer = await fetch(`${siteUrl(config)}/jobs/`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${secrets.jobsKey}`,
          'Content-Type': 'application/json',
        },
        signal: ending.signal,
      });
      if (!answer.ok) complain(`${answer.status} ${await answer.text()}`);
    } catch (error) {
      if (!ending.signal.aborted) complain(String(error));
    }
    if (!ending.signal.aborted) {
      timer = setTimeout(() => {
        round = call();
      }, pause);
    }
  };
  round = call();
  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await round;
    },
  };
}
