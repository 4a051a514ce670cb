// The entry of the built server, `node dist/server/entry.mjs`: what is built comes from memory, the rest is
// rendered by Astro's handler.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { handler as render } from '@astrojs/node/server.js';
import { answerFrom } from './answer.ts';
import { builtFiles, memoryOf } from './files.ts';
import { compressing } from './rendered.ts';

/** How many bytes of built files are kept in memory. */
const most = 64 * 2 ** 20;

const built = new URL('../', import.meta.url);
const headers = new URL('_headers.json', built);
const answer = answerFrom(
  builtFiles(
    fileURLToPath(new URL('client/', built)),
    existsSync(headers) ? JSON.parse(readFileSync(headers, 'utf8')) : [],
  ),
  memoryOf(most),
);

const isReadable = (url = '/') => {
  try {
    return decodeURI(url) !== '';
  } catch {
    return false;
  }
};

export const handler: RequestListener = (request, response) => {
  if (answer(request, response)) return;
  if (isReadable(request.url)) render(request, compressing(request, response));
  else response.writeHead(400).end('Bad request.');
};

/** Listens on HOST and PORT. */
export function startServer(): Server {
  const server = createServer(handler);
  // Astro takes the scheme from the socket. Where TLS ends in front of this server, the site's address says it.
  if (import.meta.env.SITE?.startsWith('https:')) {
    server.on('connection', (socket) => Object.assign(socket, { encrypted: true }));
  }
  return server.listen(Number(process.env.PORT || 4321), process.env.HOST || 'localhost');
}

if (process.env.ASTRO_NODE_AUTOSTART !== 'disabled') {
  const server = startServer().once('listening', () => {
    const { address, family, port } = server.address() as AddressInfo;
    console.log(`Listening on http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
  });
}
