import { dirname, posix } from 'node:path';
import { found, readBuilt } from './files.ts';

// Written as the bundler writes them: the names of chunks hold no quotes, and nothing is spaced.
const staticImport = /\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g;
const dynamicImport = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]\s*\)/g;

/** The chunks a chunk names, from the folder of the build on. */
function imports(siteDir: string, chunk: string, pattern: RegExp): string[] {
  return found(readBuilt(siteDir, chunk), pattern).map((name) => posix.join(dirname(chunk), name));
}

/** Some chunks and everything they import before they can run. */
export function withStaticImports(siteDir: string, chunks: string[]): Set<string> {
  const reached = new Set<string>();
  const visit = (chunk: string) => {
    if (reached.has(chunk)) return;
    reached.add(chunk);
    for (const next of imports(siteDir, chunk, staticImport)) visit(next);
  };
  for (const chunk of chunks) visit(chunk);
  return reached;
}

/** Some chunks and everything they may ever load. */
export function withAllImports(siteDir: string, chunks: string[]): Set<string> {
  let reached = withStaticImports(siteDir, chunks);
  for (;;) {
    const lazy = [...reached].flatMap((chunk) => imports(siteDir, chunk, dynamicImport));
    const next = withStaticImports(siteDir, [...reached, ...lazy]);
    if (next.size === reached.size) return reached;
    reached = next;
  }
}
