// Keeps an app on the device. `shell` is written before these lines at build: the scope, a version, the address of
// the page and of everything it needs. What people record is not kept here but in the device's own database or
// storage, so no version of this file can lose it.

const prefix = `shell:${shell.scope}:`;
const cacheName = prefix + shell.version;
const kept = new Set([shell.scope, ...shell.files]);

self.addEventListener('install', (event) => {
  const fetched = [...kept].map((path) => new Request(path, { cache: 'no-cache' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fetched)));
});

// A new version waits until the page asks for it or all its windows are closed: a page that is open
// still needs the files it began with.
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const forgetOld = async () => {
    for (const other of await caches.keys()) {
      if (other.startsWith(prefix) && other !== cacheName) await caches.delete(other);
    }
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !kept.has(pathname)) return;
  const answer = async () => {
    const cache = await caches.open(cacheName);
    return (await cache.match(pathname)) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
