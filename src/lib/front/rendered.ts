import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding } from './encoding.ts';

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      // A small window, as pages are small: the system need not clear megabytes for each.
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

const isText = (type: unknown) =>
  /^(text\/|application\/([\w.+-]*json|[\w.+-]*xml))/.test(`${type}`);

/**
 * Sends a rendered answer compressed, if it is a text for everybody. What is somebody's own goes as it
 * is: its size after compression would tell something about what it holds (BREACH).
 */
export function compressing(request: IncomingMessage, response: ServerResponse): ServerResponse {
  const { writeHead, write, end } = response;
  const chunks: Uint8Array[] = [];
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const headers = { ...(rest.at(-1) as OutgoingHttpHeaders | undefined) };
    const isOpen = !/private|no-store/.test(`${headers['cache-control']}`);
    if (
      status !== 200 ||
      !isOpen ||
      !isText(headers['content-type']) ||
      headers['content-encoding']
    )
      return writeHead.call(response, status, headers);
    headers.vary = [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ');
    const encoding = chooseEncoding(request.headers['accept-encoding'], () => true);
    if (!encoding || request.method === 'HEAD') return writeHead.call(response, status, headers);

    response.write = ((chunk: Uint8Array) => chunks.push(chunk) > 0) as typeof write;
    response.end = (() => {
      Object.assign(response, { write, end });
      compress[encoding](Buffer.concat(chunks)).then(
        (body) => {
          const { etag, 'content-length': _plain, ...others } = headers;
          writeHead.call(response, status, {
            ...others,
            // Equal in what they say, not byte for byte.
            ...(etag && { etag: `W/${`${etag}`.replace(/^W\//, '')}` }),
            'content-encoding': encoding,
            'content-length': body.length,
          });
          response.end(body);
        },
        (error) => response.destroy(error),
      );
      return response;
    }) as typeof end;
    return response;
  };
  return response;
}
