import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { headersOfEveryPage } from '../security-headers.mjs';
import { types, unknownType } from './types.mjs';

const policyName = 'Content-Security-Policy';
const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** For the http level: which built page has which policy. Most pages share a few of them. */
function policyMaps(pages) {
  const numbers = new Map();
  const rows = pages.flatMap(({ pathname, headers }) => {
    const policy = headers.find(({ key }) => key === policyName)?.value;
    if (!policy) return [];
    if (!numbers.has(policy)) numbers.set(policy, numbers.size + 1);
    return [`  ${quoted(`${pathname}index.html`)} ${numbers.get(policy)};`];
  });
  const policies = [...numbers].map(([policy, number]) => `  ${number} ${quoted(policy)};`);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2_048, pages.length * 2)));
  return `map_hash_bucket_size 256;
map_hash_max_size ${size};
map $uri $policy_number {
  default "";
${rows.join('\n')}
}
map $policy_number $page_policy {
  default "";
${policies.join('\n')}
}
`;
}

/** For a location of built files: their types and headers. nginx leaves out a header that is empty. */
function fileHeaders() {
  const endings = Object.entries(types).map(([ending, type]) => `  ${quoted(type)} ${ending};`);
  const headers = Object.entries({
    ...headersOfEveryPage,
    [policyName]: '$page_policy',
  });
  return `types {
${endings.join('\n')}
}
default_type ${unknownType};
${headers.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join('\n')}
`;
}

/**
 * Writes what deploy/nginx.conf includes, from the same sources as the headers of our own server.
 * @returns {import('astro').AstroIntegration}
 */
export const nginxIncludes = () => ({
  name: 'nginx-includes',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = new URL('../nginx/', dir);
      const pages = JSON.parse(await readFile(new URL('../_headers.json', dir), 'utf8'));
      await mkdir(folder, { recursive: true });
      await writeFile(new URL('policies.conf', folder), policyMaps(pages));
      await writeFile(new URL('files.conf', folder), fileHeaders());
    },
  },
});
