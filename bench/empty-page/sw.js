/* Serves the page from its cache, as the app's own does. */
const files = ['/', '/page.css', '/page.js', '/worker.js'];
addEventListener('install', (event) =>
  event.waitUntil(
    caches
      .open('page')
      .then((cache) => cache.addAll(files))
      .then(() => skipWaiting()),
  ),
);
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) =>
  event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request))),
);
