// Keeps vouchers that were opened on the device, so that they can be shown without a network. A voucher is asked
// for from the network first; only when that does not answer is the kept one shown, which says so (data-kept).
const cacheName = `vouchers:${new URL(self.registration.scope).pathname}`;
const most = 20;
const isVoucher = (path) => /\/vouchers\/[0-9a-f-]{36}\/$/.test(path);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function forgetAll() {
  await caches.delete(cacheName);
}

// The oldest go first: who opens a twenty-first voucher has hardly kept the first for a shop without a network.
async function forgetOldest(cache) {
  const vouchers = (await cache.keys()).filter(({ url }) => isVoucher(new URL(url).pathname));
  for (const old of vouchers.slice(0, Math.max(0, vouchers.length - most))) await cache.delete(old);
}

async function keep(path, files) {
  const cache = await caches.open(cacheName);
  const page = await fetch(path, { credentials: 'same-origin', redirect: 'manual' });
  if (!page.ok) return false;
  await cache.delete(path);
  await cache.put(path, page);
  for (const file of files) {
    if (!(await cache.match(file))) await cache.add(file);
  }
  await forgetOldest(cache);
  return true;
}

self.addEventListener('message', (event) => {
  const { keep: path, files } = event.data ?? {};
  if (!isVoucher(path ?? '') || !Array.isArray(files)) return;
  const answer = async () => {
    if (await keep(path, files)) event.source.postMessage(`kept ${path}`);
  };
  event.waitUntil(answer());
});

async function showKept(path) {
  const page = await (await caches.open(cacheName)).match(path);
  if (!page) return Response.error();
  const html = (await page.text()).replace('<html ', '<html data-kept ');
  return new Response(html, { headers: page.headers });
}

async function showVoucher(request, path) {
  let page;
  try {
    page = await fetch(request);
  } catch {
    return showKept(path);
  }
  // Led away to sign in: whoever holds the device now is not known to be who opened the vouchers.
  if (page.type === 'opaqueredirect' || page.redirected) await forgetAll();
  if (page.status === 404) await (await caches.open(cacheName)).delete(path);
  return page;
}

async function showFile(request, path) {
  return (await (await caches.open(cacheName)).match(path)) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && isVoucher(pathname)) {
    event.respondWith(showVoucher(event.request, pathname));
  } else if (pathname.startsWith('/_astro/')) {
    event.respondWith(showFile(event.request, pathname));
  }
});
