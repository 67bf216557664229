import { type ReadonlySignal, signal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { trustedServiceWorker } from '../trusted-url.ts';

const hour = 60 * 60_000;

/**
 * Registers the service worker. A new version waits, at most until the next start, and tells so here; calling the value
 * installs it and opens the app again, which only the home screen offers: never under an open form.
 * @param mayLook when the lock screen stands: looking for a version must not hold it up
 */
export function watchUpdates(
  view: Window,
  mayLook: Promise<void>,
  onRefused: () => void,
): ReadonlySignal<(() => void) | undefined> {
  const update = signal<(() => void) | undefined>(undefined);
  const workbox = new Workbox(trustedServiceWorker, { scope: '/' });
  // Also told for a version that was left waiting by an earlier visit.
  workbox.addEventListener('waiting', () => {
    update.value = () => workbox.messageSkipWaiting();
  });
  reloadAtChange(view);
  // Private windows and some policies refuse it: the book works, but only while it is open.
  mayLook.then(() => workbox.register()).then(() => lookHourly(view, () => workbox.update()), onRefused);
  return update;
}

/** A page whose worker was replaced misses its parts: it opens again. The first worker of all replaces none. */
function reloadAtChange(view: Window): void {
  const container = view.navigator.serviceWorker;
  let isControlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (isControlled) view.location.reload();
    isControlled = true;
  });
}

/** The browser looks for a new version when a page is opened; a book that stays open for days looks by itself. */
function lookHourly(view: Window, look: () => Promise<void>): void {
  let lookedAt = Date.now();
  const lookSometimes = (): void => {
    const isDue = Date.now() - lookedAt >= hour;
    if (!isDue || !view.navigator.onLine || view.document.hidden) return;
    lookedAt = Date.now();
    // Not reached is no matter: the next hour looks again.
    look().catch(() => undefined);
  };
  view.document.addEventListener('visibilitychange', lookSometimes);
  view.addEventListener('online', lookSometimes);
  view.setInterval(lookSometimes, hour);
}
