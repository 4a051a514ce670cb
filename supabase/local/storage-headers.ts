import { AsyncLocalStorage } from 'node:async_hooks';

/** What a transaction is told of the request it serves. */
interface RequestFacts {
  method: string;
  path: string;
  readOnly: boolean;
  requestHeaders: Record<string, string>;
}

interface Connection {
  withContext(context: unknown, run: unknown, options?: { rpc?: RequestFacts }): Promise<unknown>;
}

const served = new AsyncLocalStorage<RequestFacts>();

/** Remembers a request to the storage while it is served. */
export function serving<Answer>(request: Request, serve: () => Answer): Answer {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith('/storage/')) return serve();
  const requestHeaders = Object.fromEntries(request.headers);
  return served.run(
    { method: request.method, path: pathname, readOnly: false, requestHeaders },
    serve,
  );
}

/**
 * Hosted Supabase tells policies of the storage the headers of the request (request.headers), as it does
 * for RPCs; the embedded one tells them to RPCs alone.
 */
export function tellStorageHeaders(connection: unknown): void {
  const target = connection as Connection;
  const withContext = target.withContext.bind(target);
  target.withContext = (context, run, options) => {
    const rpc = options?.rpc ?? served.getStore();
    return withContext(context, run, rpc ? { ...options, rpc } : options);
  };
}
