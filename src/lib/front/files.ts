import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { headersOfEveryPage } from '../security-headers.mjs';
import { type Encoding, encodings } from './encoding.ts';

/** One form of a built file, ready to be sent. */
interface Form {
  file: string;
  tag: string;
  size: number;
  headers: string[];
}

/** A built file: as it is, and compressed where that was worth it. */
export interface BuiltFile {
  plain: Form;
  br?: Form;
  gzip?: Form;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Files under this folder have the hash of what they hold in their names. */
const assets = '/_astro/';

type PageHeaders = { pathname: string; headers: { key: string; value: string }[] }[];

function formOf(file: string, stats: Stats, headers: Record<string, string>): Form {
  const { size, mtimeMs } = stats;
  const tag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const all = { ...headers, ETag: tag, 'Content-Length': String(size) };
  return { file, tag, size, headers: Object.entries(all).flat() };
}

const isHidden = (path: string) => /\/\.(?!well-known\/)/.test(path);

/** The built files of a folder by the address each is asked at, a page with and without its last slash. */
export function builtFiles(folder: string, pages: PageHeaders): Map<string, BuiltFile> {
  const ofPage = new Map(
    pages.map(({ pathname, headers }) => [
      pathname,
      Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    ]),
  );
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const all = new Set(names);
  const found = new Map<string, BuiltFile>();
  for (const name of names) {
    const path = `/${name.split(sep).join('/')}`;
    const isVariant = encodings.some(([, end]) => name.endsWith(end) && all.has(name.slice(0, -3)));
    const stats = statSync(join(folder, name));
    if (isVariant || isHidden(path) || !stats.isFile()) continue;
    const address = path.replace(/\/index\.html$/, '/');
    const forms = encodings.filter(([, end]) => all.has(name + end));
    const headers = {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith(assets)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0',
      ...(forms.length > 0 && { Vary: 'Accept-Encoding' }),
      ...headersOfEveryPage,
      ...ofPage.get(address),
    };
    const built: BuiltFile = { plain: formOf(join(folder, name), stats, headers) };
    for (const [encoding, end] of forms) {
      const file = join(folder, name + end);
      built[encoding satisfies Encoding] = formOf(file, statSync(file), {
        ...headers,
        'Content-Encoding': encoding,
      });
    }
    for (const one of new Set([path, address, address.replace(/(.)\/$/, '$1')])) {
      found.set(one, built);
    }
  }
  return found;
}

/** Reads files and keeps them up to a number of bytes; the first to come is the first to go. */
export function memoryOf(limit: number, read: (file: string) => Buffer = readFileSync) {
  const kept = new Map<string, Buffer>();
  let held = 0;
  return (file: string): Buffer => {
    const known = kept.get(file);
    if (known) return known;
    const body = read(file);
    if (body.length > limit) return body;
    kept.set(file, body);
    held += body.length;
    for (const [name, { length }] of kept) {
      if (held <= limit) break;
      kept.delete(name);
      held -= length;
    }
    return body;
  };
}
