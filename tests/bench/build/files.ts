import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How many bytes travel when a server compresses well: every figure of the bench is this one. */
export const gzipped = (body: Buffer | string): number => gzipSync(body, { level: 9 }).length;

/** A sentence for whoever runs the budgets; by this name size-limit prints it without a stack. */
export class BuildError extends Error {
  override name = 'SizeLimitError';
}

/** A file the build must have; the sentence says what to do when it does not. */
export function readBuilt(siteDir: string, ...path: string[]): string {
  const file = join(siteDir, ...path);
  if (!existsSync(file)) {
    throw new BuildError(
      `There is no ${file}: build the site first (\`npm run build\`), or name its folder in SITE_DIR.`,
    );
  }
  return readFileSync(file, 'utf8');
}

/** Every match's first group, each once. */
export const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, group = '']) => group)),
];
