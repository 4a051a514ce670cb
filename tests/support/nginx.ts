// Debian's nginx with deploy/nginx.conf, its addresses and folders exchanged for those of a test.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';

const modules = '/usr/lib/nginx/modules';
export const hasBrotli = existsSync(join(modules, 'ngx_http_brotli_static_module.so'));

/** Whether nginx is on this machine, and why not. */
export function nginxMissing(): string | undefined {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'nginx is not here: apt-get install nginx libnginx-mod-http-brotli-static';
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The shipped file for this machine: without TLS, on ports of its own, in front of this site. */
function adapted(options: { port: number; plainPort: number; upstream: number; siteDir: string }) {
  const shipped = readFileSync(join(projectDir, 'deploy/nginx.conf'), 'utf8');
  return shipped
    .replaceAll('/srv/green-yiwu/dist', options.siteDir)
    .replace('127.0.0.1:4321', `127.0.0.1:${options.upstream}`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${options.port};`)
    .replace('listen 80;', `listen 127.0.0.1:${options.plainPort};`)
    .replaceAll(/^ *(listen \[::\]|ssl_).*\n/gm, '')
    .replace('/var/log/nginx/green-yiwu.log', 'access.log')
    .replace(/^ *brotli_static on;\n/m, (line) => (hasBrotli ? line : ''));
}

/** Starts nginx before a site and waits until it listens. */
export async function startNginx(upstream: number, siteDir: string) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const [port, plainPort] = [await freePort(), await freePort()];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(join(folder, 'site.conf'), adapted({ port, plainPort, upstream, siteDir }));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${hasBrotli ? `load_module ${modules}/ngx_http_brotli_static_module.so;` : ''}
    ${userInfo().uid === 0 ? 'user root;' : ''}
    daemon off; pid nginx.pid; error_log errors.log; events {}
    http {
      ${temporary.map((name) => `${name}_temp_path ${name};`).join(' ')}
      access_log other.log;
      include site.conf;
    }`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'errors.log']);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const gone = once(child, 'exit');
  const listens = async () => {
    for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
      if (existsSync(join(folder, 'nginx.pid'))) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`nginx did not start: ${said}`);
  };
  await listens();
  return {
    url: `http://127.0.0.1:${port}`,
    plainUrl: `http://127.0.0.1:${plainPort}`,
    read: (log: 'access.log' | 'errors.log' | 'other.log') =>
      readFileSync(join(folder, log), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}
