// Lets the site be read without network: pages that were opened are shown again as they stood. `site` is written before
// these lines at build, with a version that changes whenever this file or the page for readers without network does.
// What people record is never kept here but in the device's own database, so no version of this file can lose it.

const shell = `site:${site.version}`;
const pages = 'pages:1';
const personal = 'personal:1';
const files = 'files:1';
const most = { [pages]: 60, [personal]: 40 };
const patience = { [pages]: 4_000, [personal]: 10_000 };
const offlinePages = ['/offline/', '/en/offline/'];
/** Whose personal pages are kept: stands among them under this address. */
const ownerAddress = '/personal-pages-of';

const pathOf = (url) => url.pathname.replace(/^\/en\//, '/');

/** Apps with workers of their own, pages of staff, ways in, and what carries a code or a secret in its address. */
const isNever = (url) =>
  /^\/(bureau|merchant|check-in|points|sign-in|account|inbox|jobs|healthz|offline)(\/|$)/.test(
    pathOf(url),
  ) ||
  (pathOf(url).startsWith('/survey') && url.search !== '') ||
  ['code', 'c', 'next', 'token'].some((name) => url.searchParams.has(name));

/** What of somebody's own may be kept; everything else that no cache may store is not. */
const isOwn = (url) =>
  /^\/(wallet|my-events|green-code|survey|vouchers\/[0-9a-f-]{36})\/$/.test(pathOf(url));

const isFile = (url) => /^\/(_astro\/|favicon\.svg$|icon-)/.test(url.pathname);

const addressOf = (url) => url.origin + url.pathname + url.search;

async function keepFile(path) {
  const cache = await caches.open(files);
  const kept = await cache.match(path);
  if (kept) return kept;
  const file = await fetch(path);
  if (file.ok) await cache.put(path, file.clone());
  return file;
}

/** The built files a text names: what it cannot do without, and, if `later`, what it may fetch afterwards. */
const namedIn = (text, later) => [
  ...[
    ...text.matchAll(
      later ? /_astro\/[\w./-]+\.(?:js|css|woff2)/g : /\/_astro\/[\w./-]+\.(?:js|css|woff2)/g,
    ),
  ].map(([path]) => path.replace(/^\/?/, '/')),
  ...[...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name]) => `/_astro/${name}`,
  ),
];

async function keepFilesOf(text, later = false, seen = new Set()) {
  for (const path of namedIn(text, later)) {
    if (seen.has(path)) continue;
    seen.add(path);
    const file = await keepFile(path);
    if (file.ok && /\.(js|css)$/.test(path)) await keepFilesOf(await file.text(), later, seen);
  }
}

/** Whoever is signed in now: what is kept of anybody else goes, and all of it when nobody is. */
async function keepOnlyFor(owner) {
  const known = await (await caches.open(personal)).match(ownerAddress);
  if (owner && known && (await known.text()) === owner) return;
  await caches.delete(personal);
  if (owner) await (await caches.open(personal)).put(ownerAddress, new Response(owner));
}

async function putLast(name, address, page) {
  const cache = await caches.open(name);
  await cache.delete(address);
  await cache.put(address, page);
  const addresses = (await cache.keys()).filter(({ url }) => !url.endsWith(ownerAddress));
  for (const old of addresses.slice(0, Math.max(0, addresses.length - most[name]))) {
    await cache.delete(old);
  }
}

/** Keeps an answer if it is one to keep. */
async function keep(url, page) {
  // Led away to sign in: whoever holds the device now is not known to be who opened the pages.
  if (page.type === 'opaqueredirect') return isOwn(url) ? keepOnlyFor(null) : undefined;
  const isPrivate = /no-store|private/.test(page.headers.get('cache-control') ?? '');
  const owner = page.headers.get('x-resident');
  // A server in trouble does not know who asks, and what is kept of them stays.
  if (page.status >= 500) return;
  if (isPrivate) await keepOnlyFor(owner);
  const name = isPrivate ? personal : pages;
  if (page.status === 404) await (await caches.open(name)).delete(addressOf(url));
  if (!page.ok || !page.headers.get('content-type')?.startsWith('text/html')) return;
  if (isNever(url) || (isPrivate && !(owner && isOwn(url)))) return;
  await putLast(name, addressOf(url), page);
}

/** Opens a page behind the scenes and keeps it with its files. */
async function keepAhead(address, later = false) {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin || isNever(url)) return;
  const page = await fetch(addressOf(url), { credentials: 'same-origin', redirect: 'manual' });
  await keep(url, page.clone());
  if (page.ok) await keepFilesOf(await page.text(), later);
}

async function install() {
  const cache = await caches.open(shell);
  for (const path of offlinePages) {
    const page = await fetch(path, { cache: 'no-cache' });
    if (!page.ok) throw new Error(`${path} answered ${page.status}.`);
    await cache.put(path, page.clone());
    await keepFilesOf(await page.text());
  }
  // The pages that are open when the site is first visited were not fetched through this worker.
  if (self.registration.active) return;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const { url } of open) await keepAhead(url).catch(() => {});
}

/** What never concerns this worker passes it by, where browsers can do that: what leaves with a page is not held up. */
const passingBy = [
  { condition: { requestMethod: 'POST' }, source: 'network' },
  ...['/bureau/*', '/en/bureau/*', '/merchant/*', '/en/merchant/*'].map((urlPattern) => ({
    condition: { urlPattern },
    source: 'network',
  })),
];

self.addEventListener('install', (event) => {
  event.waitUntil(install());
  event.addRoutes?.(passingBy);
  // A new version takes over between two sendings of what waits on the device, never within one. What it finds in its
  // caches stays, so an open page misses nothing. Without locks it waits until all windows are closed.
  self.navigator.locks?.request('waiting-logs', () => self.skipWaiting());
});
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') self.skipWaiting();
  if (!Array.isArray(event.data?.keep)) return;
  const keepAll = async () => {
    for (const address of event.data.keep) await keepAhead(address, true).catch(() => {});
    event.ports[0]?.postMessage('done');
  };
  event.waitUntil(keepAll());
});

/** Forgets files that no kept page needs any more. */
async function forgetFiles() {
  const left = new Map((await (await caches.open(files)).keys()).map(({ url }) => [url, true]));
  const texts = [];
  for (const name of [shell, pages, personal]) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
  }
  const cache = await caches.open(files);
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const url of [...left.keys()]) {
      if (!text.includes(url.slice(url.lastIndexOf('/') + 1))) continue;
      left.delete(url);
      if (/\.(js|css)$/.test(url)) texts.push(await (await cache.match(url)).text());
    }
  }
  for (const url of left.keys()) await cache.delete(url);
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith('site:') && name !== shell) await caches.delete(name);
  }
  await self.clients.claim();
  await forgetFiles();
}
self.addEventListener('activate', (event) => event.waitUntil(activate()));

/** A kept page, which says of when it is. */
async function showKept(page, url) {
  const language = url.pathname.startsWith('/en/') ? 'en-GB' : 'zh-CN';
  const at = new Date(page.headers.get('date') ?? Date.now()).toLocaleString(language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const html = (await page.text())
    .replace('<html ', '<html data-kept ')
    .replace(/<span data-kept-at[^>]*>/, `$&${at}`);
  return new Response(html, { headers: page.headers });
}

const offlinePage = async (url) =>
  (await (
    await caches.open(shell)
  ).match(url.pathname.startsWith('/en/') ? '/en/offline/' : '/offline/')) ?? Response.error();

/** What is kept of an address, and how long the network is waited for before it is shown. */
async function keptOf(url) {
  if (isNever(url)) return undefined;
  for (const name of [personal, pages]) {
    const page = await (await caches.open(name)).match(addressOf(url));
    if (page) return { page, patience: patience[name] };
  }
  return undefined;
}

async function answerPage(event, url) {
  const answer = fetch(event.request);
  const keeping = answer.then((page) => keep(url, page.clone()));
  event.waitUntil(keeping.catch(() => {}));
  const kept = await keptOf(url);
  try {
    if (!kept) return await answer;
    const tired = new Promise((_, reject) => setTimeout(reject, kept.patience));
    const page = await Promise.race([answer, tired]);
    return page.status < 500 ? page : await showKept(kept.page, url);
  } catch {
    return kept ? showKept(kept.page, url) : offlinePage(url);
  }
}

async function answerFile(request) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const file = await fetch(request);
  if (file.ok) await (await caches.open(files)).put(request.url, file.clone());
  return file;
}

const isOfStaff = (url) => /^\/(bureau|merchant)(\/|$)/.test(pathOf(url));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || isOfStaff(url)) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event, url));
  else if (isFile(url)) event.respondWith(answerFile(request));
});
