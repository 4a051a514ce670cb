// The yardstick of the server: bare node:http, sending the bytes it was given, from memory, whatever
// it is asked. A process of its own, as the site is. Started by index.ts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Bytes {
  headers: Record<string, string>;
  body: Uint8Array;
}

let bytes: Bytes = { headers: {}, body: new Uint8Array() };
const server = createServer((_request, response) => {
  response.writeHead(200, bytes.headers);
  response.end(bytes.body);
});
process.on('message', (message: Bytes) => {
  bytes = message;
  process.send?.('ready');
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
