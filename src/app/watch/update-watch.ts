import { type ReadonlySignal, signal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { trustedServiceWorker } from '../trusted-url.ts';

/**
 * Registers the service worker. A new version waits, at most until the next start, and tells so here; calling the value
 * installs it and opens the app again, which only the home screen offers: never under an open form.
 */
export function watchUpdates(onRefused: () => void): ReadonlySignal<(() => void) | undefined> {
  const update = signal<(() => void) | undefined>(undefined);
  const workbox = new Workbox(trustedServiceWorker, { scope: '/' });
  // Also told for a version that was left waiting by an earlier visit.
  workbox.addEventListener('waiting', () => {
    update.value = () => workbox.messageSkipWaiting();
  });
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate) window.location.reload();
  });
  // Private windows and some policies refuse it: the book works, but only while it is open.
  workbox.register().catch(onRefused);
  return update;
}
