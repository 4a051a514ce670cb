import autocannon from 'autocannon';

export const connections = 10;

/** What a server did under load for a while. */
export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

let counter = 0;

/**
 * Asks one address as fast as it answers, on ten connections. A path that ends in `=` is asked with a
 * new value each time, so that no cache knows it. One answer other than 2xx and the run does not count.
 */
export async function load(
  origin: string,
  path: string,
  seconds: number,
  encoding = 'identity',
): Promise<Load> {
  const isNewEachTime = path.endsWith('=');
  const result = await autocannon({
    url: `${origin}${path}`,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': encoding },
    ...(isNewEachTime && {
      requests: [
        {
          setupRequest: (request) => {
            counter += 1;
            return { ...request, path: `${path}${counter}` };
          },
        },
      ],
    }),
  });
  const { requests, duration, latency, errors, timeouts, non2xx } = result;
  if (errors + timeouts + non2xx > 0) {
    throw new Error(
      `${path}: ${errors} errors, ${timeouts} timeouts and ${non2xx} answers other than 2xx under load.`,
    );
  }
  return { perSecond: requests.total / duration, p99: latency.p99 };
}
