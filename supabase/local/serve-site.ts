// Serves the built site in a process that ends with the one that started it. Started by site.ts.
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.ASTRO_NODE_AUTOSTART = 'disabled';
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
// Ctrl-C reaches every process of the terminal; the stack decides when the site ends.
process.on('SIGINT', () => {});

const entry = join(process.env.SITE_DIR ?? 'dist', 'server/entry.mjs');
const { startServer } = (await import(pathToFileURL(entry).href)) as {
  startServer: () => Server;
};
const server = startServer();
server.once('listening', () => process.send?.({ ready: true }));
server.once('error', (error) => process.send?.({ failed: error.message }));
