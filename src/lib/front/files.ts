import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { headersOfEveryPage } from '../security-headers.mjs';
import { type Encoding, encodings } from './encoding.ts';
import { types, unknownType } from './types.mjs';

/** One form of a built file, ready to be sent. */
export interface Form {
  file: string;
  tag: string;
  size: number;
  /** When it was written, in milliseconds since 1970. */
  mtimeMs: number;
  headers: string[];
}

/** A built file: as it is, and compressed where that was worth it. */
type Forms = { plain: Form } & Partial<Record<Encoding, Form>>;

/** The forms a built file has now; files may be written over while the server runs. */
export type BuiltFile = () => Forms;

/** Files under this folder have the hash of what they hold in their names. */
const assets = '/_astro/';

type PageHeaders = { pathname: string; headers: { key: string; value: string }[] }[];

function formOf(file: string, stats: Stats, headers: Record<string, string>): Form {
  const { size, mtimeMs } = stats;
  const tag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const all = { ...headers, ETag: tag, 'Content-Length': String(size) };
  return { file, tag, size, mtimeMs, headers: Object.entries(all).flat() };
}

/** The forms of a file; a compressed one that is older than the file was made of another. */
function formsOf(
  file: string,
  endings: (typeof encodings)[number][],
  headers: Record<string, string>,
): Forms {
  const stats = statSync(file);
  const forms: Forms = { plain: formOf(file, stats, headers) };
  for (const [encoding, end] of endings) {
    const variant = statSync(file + end);
    if (variant.mtimeMs < stats.mtimeMs) continue;
    forms[encoding] = formOf(file + end, variant, { ...headers, 'Content-Encoding': encoding });
  }
  return forms;
}

/**
 * Looks at a file again each time; what has a hash in its name stays what it was. One that was written
 * over is sent as it is: clocks of files are too coarse to tell which of two was written later.
 */
function watched(first: Forms, again: () => Forms): BuiltFile {
  let forms = first;
  return () => {
    const { mtimeMs, size } = statSync(forms.plain.file, { throwIfNoEntry: false }) ?? forms.plain;
    if (mtimeMs !== forms.plain.mtimeMs || size !== forms.plain.size) forms = again();
    return forms;
  };
}

const typeOf = (name: string) => types[extname(name).slice(1) as keyof typeof types] ?? unknownType;

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
    if (isVariant || isHidden(path) || !statSync(join(folder, name)).isFile()) continue;
    const address = path.replace(/\/index\.html$/, '/');
    const forms = encodings.filter(([, end]) => all.has(name + end));
    const headers = {
      'Content-Type': typeOf(name),
      'Cache-Control': path.startsWith(assets)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0',
      ...(forms.length > 0 && { Vary: 'Accept-Encoding' }),
      ...headersOfEveryPage,
      ...ofPage.get(address),
    };
    const file = join(folder, name);
    const first = formsOf(file, forms, headers);
    const built = path.startsWith(assets)
      ? () => first
      : watched(first, () => formsOf(file, [], headers));
    for (const one of new Set([path, address, address.replace(/(.)\/$/, '$1')])) {
      found.set(one, built);
    }
  }
  return found;
}

/** Reads forms and keeps them up to a number of bytes; the first to come is the first to go. */
export function memoryOf(limit: number, read: (file: string) => Buffer = readFileSync) {
  const kept = new Map<string, Buffer>();
  let held = 0;
  return ({ file, tag }: Pick<Form, 'file' | 'tag'>): Buffer => {
    const name = `${file} ${tag}`;
    const known = kept.get(name);
    if (known) return known;
    const body = read(file);
    if (body.length > limit) return body;
    kept.set(name, body);
    held += body.length;
    for (const [name, { length }] of kept) {
      if (held <= limit) break;
      kept.delete(name);
      held -= length;
    }
    return body;
  };
}
