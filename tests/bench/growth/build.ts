// One build of the site in a process of its own, so that its memory can be told. Started by index.ts.
import { build } from 'astro';

const started = performance.now();
await build({ logLevel: 'error', cacheDir: process.env.BENCH_CACHE_DIR });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.send?.({
  seconds: (performance.now() - started) / 1_000,
  /** What it took of the processors, which other work on the machine changes little. */
  cpu: (userCPUTime + systemCPUTime) / 1e6,
  /** The most memory it held, in bytes. */
  memory: maxRSS * 1_024,
});
process.disconnect?.();
