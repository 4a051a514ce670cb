import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { chromium } from '@playwright/test';

export interface Browser {
  executablePath: string;
  args: string[];
  /** Where it was found, in words. */
  found: string;
}

const systemBrowsers = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Switches of every browser here: nothing is fetched but the site under test. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  ...(userInfo().uid === 0 ? ['--no-sandbox'] : []),
];

const starts = (path: string, args: string[] = []): boolean => {
  try {
    execFileSync(path, [...quiet, ...args, '--headless', '--version'], {
      stdio: 'ignore',
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
};

/**
 * Finds a Chromium: the system's, Playwright's own, the one that came with `npm ci`, or, as a last
 * resort, one that Playwright downloads. Says in words which.
 */
export async function findBrowser(): Promise<Browser> {
  const system = systemBrowsers.find((path) => path && existsSync(path) && starts(path));
  if (system) return { executablePath: system, args: quiet, found: `the system's ${system}` };
  const own = chromium.executablePath();
  if (existsSync(own) && starts(own)) {
    return { executablePath: own, args: quiet, found: "Playwright's own" };
  }
  const bundled = await bundledBrowser();
  if (bundled) return bundled;
  try {
    execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  } catch {
    throw new Error(
      'No Chromium was found and none could be installed. Install one (on Debian: `apt-get install chromium`) or set CHROMIUM_PATH.',
    );
  }
  return { executablePath: own, args: quiet, found: 'Playwright, just downloaded' };
}

async function bundledBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    // Set as on the machines it was made for, so that it unpacks its own libraries beside itself.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    const { default: bundle } = await import('@sparticuz/chromium');
    const executablePath = await bundle.executablePath();
    const args = [...quiet, '--no-sandbox'];
    if (!starts(executablePath, args)) return undefined;
    return { executablePath, args, found: 'the one that came with npm ci' };
  } catch {
    return undefined;
  }
}
