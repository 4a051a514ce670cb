import postgres from 'postgres';

/** What a refused call says for itself, whichever way it came back. */
export interface Refusal {
  /** HTTP status, or 0 where there is none. */
  status: number;
  /** SQLSTATE of PostgreSQL. */
  sqlState: string;
  /** The stable code of the project; empty for errors of PostgreSQL itself. */
  code: string;
  message: string;
  /** Name of the constraint that was violated, if it was one. */
  constraint: string;
  detail: Record<string, unknown>;
  /** What PostgreSQL adds in words: who waits for whom, and in which function. */
  context?: string;
}

/** The project's own refusals are PT and a status; on others the hint is advice in words. */
const isOurs = (sqlState: string) => sqlState.startsWith('PT');

const parse = (detail: string | null | undefined): Record<string, unknown> => {
  try {
    return JSON.parse(detail ?? '{}');
  } catch {
    return {};
  }
};

const describeError = (error: postgres.PostgresError): Refusal => ({
  status: isOurs(error.code) ? Number(error.code.slice(2)) : 0,
  sqlState: error.code,
  code: isOurs(error.code) ? (error.hint ?? '') : '',
  message: error.message,
  constraint: error.constraint_name ?? '',
  detail: parse(error.detail),
  context: `${error.detail ?? ''} ${error.where ?? ''}`,
});

/** How PostgreSQL refused; fails the test when it did not. */
export async function refusalBy(call: Promise<unknown>): Promise<Refusal> {
  let result: unknown;
  try {
    result = await call;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return describeError(error);
    throw error;
  }
  throw new Error(`This was not refused. It answered: ${JSON.stringify(result)}`);
}

/** The refusal behind an error caught elsewhere; anything that PostgreSQL did not say is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof postgres.PostgresError) return describeError(error);
  throw error;
}

/** What supabase-js gives back for a table or an RPC. */
interface Response<Data> {
  data: Data | null;
  status: number;
  error: { message: string; details?: string | null; hint?: string | null; code?: string } | null;
}

/** The data of an API response; fails the test when it was refused. */
export async function answer<Data>(call: PromiseLike<Response<Data>>): Promise<Data> {
  const { data, error, status } = await call;
  if (error) {
    throw new Error(`Refused with ${status} ${error.hint || error.code}: ${error.message}`);
  }
  return data as Data;
}

/** How the API refused; fails the test when it did not. */
export async function refusal(call: PromiseLike<Response<unknown>>): Promise<Refusal> {
  const { data, error, status } = await call;
  if (!error) throw new Error(`This was not refused. It answered: ${JSON.stringify(data)}`);
  return {
    status,
    sqlState: error.code ?? '',
    code: isOurs(error.code ?? '') ? (error.hint ?? '') : '',
    message: error.message,
    constraint: '',
    detail: parse(error.details),
  };
}
