import { createStore } from 'idb-keyval';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { clearMetadata } from '../src/store/outbox.ts';
import { answerLaterPart, isForLater, isForOffice, keepLaterParts } from './later-parts.ts';
import { restOfAll, type SendingWorld, sendAll } from './send.ts';

/*
 * The service worker: the app's files for work without a network, and the sending of sealed envelopes with the app
 * closed and locked. It never holds a key to data, a name, a form.
 */

/** Not in TypeScript's library: Background Sync is Chrome's. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly (string | { readonly url: string; readonly revision: string | null })[];
};

const outboxTag = 'outbox';

const base: Omit<SendingWorld, 'exclusively'> = {
  indexedDB,
  clear: createStore(clearMetadata.database, clearMetadata.store),
  fetch: (url, init) => fetch(url, init),
  subtle: crypto.subtle,
  origin: '',
  now: () => Date.now(),
};
/** While the app syncs, there is nothing to do here. */
const ifFree: SendingWorld = {
  ...base,
  exclusively: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : work())),
};
/** Chromium gives a sync event three minutes; whoever else is sending has them too. */
const longestTurn = 120_000;
/** A sync event comes once: it waits for its turn, or what the other did not manage would never be tried again. */
const inTurn: SendingWorld = {
  ...base,
  exclusively: (name, work) =>
    navigator.locks.request(name, { signal: AbortSignal.timeout(longestTurn) }, work).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'TimeoutError') return undefined;
      throw error;
    }),
};

const parts = self.__WB_MANIFEST.map((entry) => (typeof entry === 'string' ? { url: entry, revision: null } : entry));
const laterParts = parts
  .filter(({ url }) => isForLater(url))
  .map(({ url }) => new URL(url, self.location.href).pathname);
precacheAndRoute(parts.filter(({ url }) => !isForLater(url)));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && laterParts.includes(url.pathname),
  ({ request }) => answerLaterPart(request),
);
cleanupOutdatedCaches();
const serverPaths = [/^\/console/, /^\/api/, /^\/sync/, /^\/activate/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: serverPaths }));

// The page that brought the first version has its parts from here, too, when the network goes within that same hour.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

function isSync(event: Event): event is SyncEvent {
  return 'tag' in event && event instanceof ExtendableEvent;
}

self.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag.startsWith(outboxTag)) event.waitUntil(sendOrFail());
});

/** What is waited for inside an event, and over how long a commune's phones come back, ms. */
const longestRest = 60_000;
const spread = 5_000;

/** A failure inside a sync event makes the browser try again, three times in Chromium; the app sends at each opening. */
async function sendOrFail(): Promise<void> {
  if (await sendAll(inTurn)) return;
  const rest = await restOfAll(inTurn);
  if (rest === 0 || rest > longestRest) throw new Error('the outbox still waits');
  // The hub said when: better than the minutes that the browser would take.
  await new Promise((resolve) => setTimeout(resolve, rest + Math.random() * spread));
  if (!(await sendAll(inTurn))) throw new Error('the outbox still waits');
}

// Fires in browsers that tell a service worker that the network is back; elsewhere the page's own trigger sends.
self.addEventListener('online', () => {
  void sendAll(ifFree);
});

/** Whoever gave a port waits for the end of it, and so for who is at it. */
async function answerSending(port: MessagePort | undefined): Promise<void> {
  await sendAll(port === undefined ? ifFree : inTurn);
  port?.postMessage({ sent: true });
}

self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null) return;
  // Only the person's word installs a new version: an old page would miss its parts.
  if ('type' in data && data.type === 'SKIP_WAITING') void self.skipWaiting();
  if ('send' in data) event.waitUntil(answerSending(event.ports[0]));
  if ('parts' in data)
    event.waitUntil(
      keepLaterParts(
        laterParts,
        data.parts === 'office' ? laterParts : laterParts.filter((path) => !isForOffice(path)),
      ),
    );
});

let isForPage = false;
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') isForPage = true;
});

// A worker that was woken for anything looks whether something waits; but a page that woke it comes first. What fails
// stays in the outbox.
const firstFetch = 50;
const afterPage = 4_000;
setTimeout(() => setTimeout(() => void sendAll(ifFree), isForPage ? afterPage : 0), firstFetch);
