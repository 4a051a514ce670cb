import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './encoding.ts';
import type { BuiltFile, Form } from './files.ts';

/** The path of an address, decoded; nothing where it cannot be. */
function pathOf(url: string): string | undefined {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const isKnown = (named: string | undefined, tag: string) =>
  named?.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))) ?? false;

/** Answers with a built file, from memory; false where there is none, for the site to render. */
export const answerFrom =
  (files: Map<string, BuiltFile>, read: (form: Form) => Buffer) =>
  ({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): boolean => {
    if (method !== 'GET' && method !== 'HEAD') return false;
    const path = pathOf(url);
    const built = path === undefined ? undefined : files.get(path)?.();
    if (!built) return false;
    const form =
      built[
        chooseEncoding(headers['accept-encoding'], (one) => built[one] !== undefined) ?? 'plain'
      ] ?? built.plain;
    if (isKnown(headers['if-none-match'], form.tag)) {
      // What describes a body goes with it (RFC 9110, 15.4.5).
      const kept = form.headers.flatMap((text, at) =>
        at % 2 === 0 && !/^content-(type|length|encoding)$/i.test(text)
          ? [text, form.headers[at + 1] ?? '']
          : [],
      );
      response.writeHead(304, kept).end();
    } else {
      response.writeHead(200, form.headers);
      response.end(method === 'HEAD' ? undefined : read(form));
    }
    return true;
  };
