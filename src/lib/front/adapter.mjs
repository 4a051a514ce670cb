import node from '@astrojs/node';

/**
 * The node adapter with a server of our own before it (server.ts): that one answers what is built, the
 * adapter's handler renders the rest.
 * @returns {import('astro').AstroIntegration}
 */
export function nodeBehindFront(options) {
  const adapter = node({ ...options, mode: 'middleware' });
  const done = adapter.hooks['astro:config:done'];
  return {
    ...adapter,
    hooks: {
      ...adapter.hooks,
      'astro:config:done': ({ setAdapter, ...rest }) =>
        done({
          ...rest,
          setAdapter: (own) =>
            setAdapter({ ...own, serverEntrypoint: new URL('./server.ts', import.meta.url) }),
        }),
    },
  };
}
