import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerType } from '@hono/node-server';
import { asHosted } from './compatibility.ts';
import { photoStore } from './photo-store.ts';
import type { Secrets } from './secrets.ts';
import { serving, tellStorageHeaders } from './storage-headers.ts';

export interface Api {
  /** Makes the roles and the auth and storage schemas of a fresh database; harmless on an old one. */
  prepare(): Promise<void>;
  /** Begins to answer. The schema must be complete by then: it is read once. */
  listen(): Promise<void>;
  stop(): Promise<void>;
}

// The driver would encode jsonb a second time; these two types hand it over as it came.
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const json = (oid: number) => ({ to: oid, from: [oid], serialize: asText, parse: JSON.parse });

/** The letter with a one-time code; the same file and subject as in config.toml. */
const codeMail = {
  subject: '你的验证码 · Your code',
  content_path: join(import.meta.dirname, '../templates/code.html'),
};

/** The Supabase-compatible API (data, auth, storage) over a database, on 127.0.0.1. */
export async function createApi(options: {
  databaseUrl: string;
  port: number;
  siteUrl: string;
  smtpPort: number;
  dataDir: string;
  secrets: Pick<Secrets, 'jwtSecret' | 'publishableKey' | 'secretKey'>;
}): Promise<Api> {
  // Storage is switched on by this variable, which is read at import.
  process.env.EXPERIMENTAL_STORAGE = '1';
  process.env.LITE_TELEMETRY = '0';
  const { App, SmtpEmailDriver } = await import('@supabase/lite');
  const { createPostgresConnection } = await import('@supabase/lite/postgres');
  const { serve } = await import('@hono/node-server');

  const connection = createPostgresConnection({
    url: options.databaseUrl,
    postgresOptions: { max: 12, onnotice: () => {}, types: { json: json(114), jsonb: json(3802) } },
  });
  // Left alone, the API would grant every table of every schema with row-level security to
  // everyone. Hosted Supabase does not, and neither may this: told that it has been done, it
  // leaves the grants of the migrations as they are.
  (connection as unknown as { rlsState: string }).rlsState = 'active';
  tellStorageHeaders(connection);

  const photos = join(options.dataDir, 'storage');
  mkdirSync(photos, { recursive: true });
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.secrets.jwtSecret,
      publishable_key: options.secrets.publishableKey,
      secret_key: options.secrets.secretKey,
      site_url: options.siteUrl,
      minimum_password_length: 8,
      email: { template: { magic_link: codeMail, confirmation: codeMail } },
    },
    storage: { enabled: true },
    options: {
      drivers: {
        email: new SmtpEmailDriver({
          host: '127.0.0.1',
          port: options.smtpPort,
          from: { name: '两山义行', address: 'no-reply@green-yiwu.example' },
        }),
      },
    },
  });
  app._storageAdapter = photoStore(photos) as unknown as typeof app._storageAdapter;

  let server: ServerType | undefined;
  return {
    async prepare() {
      await app.ensureSystemSchema();
    },
    async listen() {
      await app.init();
      server = await new Promise<ServerType>((resolve, reject) => {
        const listening = serve(
          {
            hostname: '127.0.0.1',
            port: options.port,
            fetch: (request, env) => {
              const { remoteAddress } = env.incoming.socket;
              return asHosted(request, remoteAddress, (asked) =>
                serving(asked, () => app.fetch(asked, { peerAddress: remoteAddress ?? null })),
              );
            },
          },
          () => resolve(listening),
        );
        listening.once('error', reject);
      });
    },
    async stop() {
      if (server) {
        const { promise, resolve } = Promise.withResolvers<void>();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
        await promise;
      }
      await connection.close();
    },
  };
}
