// Two ways to a function of the API: past it, on a connection to PostgreSQL, and over HTTP.
import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { Resident } from '../support/actors.ts';
import { become, type Transaction } from '../support/database.ts';

type Answer = Record<string, unknown>;

/** No answer came: what was asked for may have been done or not. */
export class InDoubt extends Error {}
/** Nothing was asked: nobody was there. */
export class NobodyThere extends Error {}
/** The answer was no. */
export class Refused extends Error {}

/** Calls a function as somebody and gives its one row; throws one of the three above. */
export interface Sender {
  send(caller: Resident, name: string, values: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** Over a connection of its own, as the API would. */
export function byDatabase(): Sender {
  const connect = () => postgres(inject('stack').databaseUrl, { max: 1, onnotice: () => {} });
  let own = connect();
  return {
    async send(caller, name, values) {
      const names = Object.keys(values).map((one, place) => `${one} => $${place + 1}`);
      try {
        // Not own.begin, which would send a rollback after somebody who has gone.
        await own`begin`;
        await become(own as unknown as Transaction, caller);
        const [row] = await own.unsafe(
          `select * from public.${name}(${names})`,
          Object.values(values),
        );
        await own`commit`;
        if (!row) throw new Error(`${name} gave nothing.`);
        return row;
      } catch (error) {
        const { code = '', message } = error as { code?: string; message: string };
        const isCutOff = !(error instanceof postgres.PostgresError) || /^(57P0|08)/.test(code);
        if (!isCutOff) {
          await own`rollback`;
          throw new Refused(`${name}: ${code} ${error.hint ?? ''} ${message}`);
        }
        // The driver's connection is of no use after a transaction was cut off.
        void own.end({ timeout: 0 });
        own = connect();
        // Nobody there, or starting up: it has not been asked.
        if (code === 'ECONNREFUSED' || code === '57P03') throw new NobodyThere(message);
        throw new InDoubt(`${code} ${message}`);
      }
    },
    close: () => own.end(),
  };
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the auth service would have given it for this session. */
function tokenOf({ id, session }: Resident): string {
  const exp = Math.floor(Date.now() / 1_000) + 3_600;
  const claims = { sub: id, session_id: session, role: 'authenticated', aud: 'authenticated', exp };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const { jwtSecret } = inject('stack');
  return `${content}.${createHmac('sha256', jwtSecret).update(content).digest('base64url')}`;
}

/** Over HTTP, as the site and the browser do. */
export function byHttp(): Sender {
  const { apiUrl, publishableKey } = inject('stack');
  return {
    async send(caller, name, values) {
      let answer: Response;
      let text: string;
      try {
        answer = await fetch(`${apiUrl}/rest/v1/rpc/${name}`, {
          method: 'POST',
          headers: {
            apikey: publishableKey,
            Authorization: `Bearer ${tokenOf(caller)}`,
            'Content-Type': 'application/json',
          },
          body: JSON.stringify(values),
        });
        text = await answer.text();
      } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as { code?: string };
        if (code === 'ECONNREFUSED') throw new NobodyThere();
        throw new InDoubt(`${code}`);
      }
      if (!answer.ok) throw new Refused(`${name}: ${answer.status} ${text}`);
      const said = JSON.parse(text);
      return Array.isArray(said) ? said[0] : said;
    },
    close: async () => {},
  };
}
