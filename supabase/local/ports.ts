import { createServer } from 'node:net';
import { type StackConfig, StackError, smtpPort } from './config.ts';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Throws a sentence that names the first port somebody else holds, and the variable to change. */
export async function requireFreePorts(config: StackConfig): Promise<void> {
  const ports = [
    ['PORT', config.sitePort],
    ['API_PORT', config.apiPort],
    ['DB_PORT', config.dbPort],
    ['MAIL_PORT', config.mailPort],
    ['MAIL_PORT', smtpPort(config)],
  ] as const;
  for (const [name, port] of ports) {
    if (!(await isFree(port))) {
      throw new StackError(
        `Port ${port} is taken: end what uses it, or set ${name} to another, as in \`${name}=${port + 1000} npm start\`.`,
      );
    }
  }
}
