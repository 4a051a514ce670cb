import { isAbsolute, join, resolve } from 'node:path';

/** Where the local stack listens and keeps its data. All of it comes from the environment. */
export interface StackConfig {
  /** Port of the site. */
  sitePort: number;
  /** Port of the Supabase-compatible API. */
  apiPort: number;
  /** Port of PostgreSQL. */
  dbPort: number;
  /** Port of the mailbox page; the mailbox takes SMTP on the port after it. */
  mailPort: number;
  /** Absolute folder of the database, the uploaded photos and the generated keys. */
  dataDir: string;
  /** Absolute folder the site is built into. */
  siteDir: string;
}

/** A sentence for the person at the terminal; it is printed without a stack trace. */
export class StackError extends Error {}

export const projectDir = resolve(import.meta.dirname, '../..');

const port = (name: string, fallback: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_534) {
    throw new StackError(`${name}=${text} is not a port: set it to a whole number up to 65534.`);
  }
  return value;
};

const folder = (name: string, fallback: string): string => {
  const text = process.env[name] || fallback;
  return isAbsolute(text) ? text : join(projectDir, text);
};

/** Reads PORT, API_PORT, DB_PORT, MAIL_PORT, DATA_DIR and SITE_DIR; throws a StackError on nonsense. */
export function readConfig(): StackConfig {
  const config = {
    sitePort: port('PORT', 4321),
    apiPort: port('API_PORT', 54321),
    dbPort: port('DB_PORT', 54322),
    mailPort: port('MAIL_PORT', 54324),
    dataDir: folder('DATA_DIR', '.data'),
    siteDir: folder('SITE_DIR', 'dist'),
  };
  const used = new Map<number, string>();
  for (const [name, value] of [
    ['PORT', config.sitePort],
    ['API_PORT', config.apiPort],
    ['DB_PORT', config.dbPort],
    ['MAIL_PORT', config.mailPort],
    ['MAIL_PORT + 1', config.mailPort + 1],
  ] as const) {
    const other = used.get(value);
    if (other) throw new StackError(`${name} and ${other} are both ${value}: give each its own.`);
    used.set(value, name);
  }
  return config;
}

export const siteUrl = (config: StackConfig) => `http://127.0.0.1:${config.sitePort}`;
export const apiUrl = (config: StackConfig) => `http://127.0.0.1:${config.apiPort}`;
export const mailUrl = (config: StackConfig) => `http://127.0.0.1:${config.mailPort}`;
export const smtpPort = (config: StackConfig) => config.mailPort + 1;
